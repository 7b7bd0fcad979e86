package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files that DuckDB wrote with {@code make-parquet.sql}. */
class ParquetTableTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "plain"})
    void shouldReadEveryKindOfValue(String codec) throws IOException {
        copy("kinds-" + codec + ".parquet");
        TestTable table = TestTable.read(folder, "*.parquet", TableOptions.DEFAULT);
        assertThat(table.columns())
                .containsExactly(
                        "flag",
                        "tiny",
                        "int",
                        "big",
                        "single",
                        "double",
                        "price",
                        "huge",
                        "day",
                        "instant",
                        "text",
                        "id",
                        "struct.x",
                        "struct.y");
        assertThat(table.rows().get(0))
                .containsExactly(
                        "true",
                        "1",
                        "-2",
                        "9007199254740993",
                        "1.5",
                        "0.1",
                        "12.34",
                        "-0.05",
                        "2026-11-26",
                        "2026-11-26T03:41:00.123456Z",
                        "Grüße",
                        "0f0e0d0c-0b0a-0908-0706-050403020100",
                        "7",
                        "in");
        assertThat(table.rows().get(1))
                .containsExactly(
                        "false",
                        "2",
                        "4000000",
                        "-1",
                        "Infinity",
                        "NaN",
                        "0",
                        "1.2345678901234568E26",
                        "1969-12-31",
                        "1969-12-31T23:59:59Z",
                        "",
                        "00000000-0000-0000-0000-000000000001",
                        null,
                        "out");
        assertThat(table.rows().get(2)).isEqualTo(Collections.nCopies(14, null));
    }

    @Test
    void shouldLeaveOutListsAndSaySo() throws IOException {
        copy("kinds-plain.parquet");
        try (Table table = Tables.open(folder, "kinds-plain.parquet", TableOptions.DEFAULT)) {
            assertThat(table.skippedColumns()).containsExactly("list.list.element");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 1000, 2000, 2400})
    void shouldRefuseATruncatedFile(int bytes) throws IOException {
        Path whole = copy("kinds-plain.parquet");
        byte[] all = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(all, bytes));
        assertThatThrownBy(() -> TestTable.read(folder, "*.parquet", TableOptions.DEFAULT))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("kinds-plain.parquet: ");
    }

    @Test
    void shouldRefuseDamagedPages() throws IOException {
        Path whole = copy("kinds-gzip.parquet");
        byte[] all = Files.readAllBytes(whole);
        for (int i = 40; i < 90; i++) {
            all[i] ^= 0x55;
        }
        Files.write(whole, all);
        assertThatThrownBy(() -> TestTable.read(folder, "*.parquet", TableOptions.DEFAULT))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("kinds-gzip.parquet");
    }

    @Test
    void shouldRefuseWhatIsNotParquet() throws IOException {
        Files.writeString(folder.resolve("x.parquet"), "a,b\n1,2\n");
        assertThatThrownBy(() -> TestTable.read(folder, "x.parquet", TableOptions.DEFAULT))
                .hasMessage("x.parquet: is no Parquet file: it doesn't begin with PAR1");
    }

    @Test
    void shouldReadFilesAsOneTable() throws IOException {
        copy("kinds-snappy.parquet");
        copy("kinds-plain.parquet");
        assertThat(TestTable.read(folder, ".", TableOptions.DEFAULT).rows()).hasSize(6);
    }

    @Test
    void shouldLoadNamedColumns() throws IOException {
        copy("kinds-plain.parquet");
        try (Table table = Tables.open(folder, "kinds-plain.parquet", TableOptions.DEFAULT)) {
            LoadedColumns loaded = LoadedColumns.load(table, List.of("int", "price"), List.of("text"), 100);
            assertThat(loaded.numbers("int")).containsExactly(-2, 4_000_000, Double.NaN);
            assertThat(loaded.numbers("price")).containsExactly(12.34, 0, Double.NaN);
            assertThat(loaded.texts("text")).containsExactly("Grüße", "", null);
        }
    }

    private Path copy(String name) throws IOException {
        try (InputStream in = ParquetTableTest.class.getResourceAsStream(name)) {
            Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
        }
        return folder.resolve(name);
    }
}
