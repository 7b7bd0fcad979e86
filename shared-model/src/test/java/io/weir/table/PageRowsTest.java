package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our reading of pages with a library's, on files that pyarrow wrote with {@code make-pages.py}. */
class PageRowsTest {
    private static final int BATCH_ROWS = 512;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages-first",
                "pages-second",
                "pages-gzip",
                "pages-plain",
                "pages-int96",
                "kinds-plain",
                "kinds-zstd"
            })
    void shouldReadWhatTheLibraryReads(String name) throws IOException {
        Path file = copy(name + ".parquet");
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
            List<ColumnSchema> schemas = schemas(reader);
            List<List<@Nullable String>> expected;
            try (LibraryRows rows = new LibraryRows(reader, schemas, BATCH_ROWS)) {
                expected = read(rows::next, rows::values, schemas);
            }
            try (PageRows rows = pages(file, reader, schemas)) {
                assertThat(read(rows::next, rows::values, schemas)).isEqualTo(expected);
            }
            assertThat(expected).hasSize((int) reader.getFileMetaData().numRows());
        }
    }

    @Test
    void shouldNameACompressionThatItDoesNotKnow() throws IOException {
        copy("pages-lz4.parquet");
        assertThatThrownBy(() -> TestTable.read(folder, ".", TableOptions.DEFAULT))
                .isInstanceOf(TableException.class)
                .hasMessage("pages-lz4.parquet: column 'flag' is compressed with LZ4_RAW, must be snappy, zstd, gzip or"
                        + " none; write the file anew");
    }

    @Test
    void shouldNamePlaceAndColumnOfADamagedPage() throws IOException {
        Path file = copy("pages-gzip.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[1200] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> TestTable.read(folder, ".", TableOptions.DEFAULT))
                .isInstanceOf(TableException.class)
                .hasMessageMatching(
                        "pages-gzip\\.parquet: can't be read as Parquet after row 0: column 'sure', page at byte"
                                + " \\d+: its check sum is not the one of its header; is the file damaged\\?");
    }

    /** Whatever is in a file: it is read, or refused with its name, and nothing else happens. */
    @ParameterizedTest
    @ValueSource(strings = {"pages-first", "pages-second", "pages-delta", "kinds-plain"})
    void shouldRefuseOrReadWhateverIsThere(String name) throws IOException {
        byte[] whole = Files.readAllBytes(copy(name + ".parquet"));
        Random random = new Random(20261127);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] bytes = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[4 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt(256);
            }
            Files.write(folder.resolve(name + ".parquet"), bytes);
            refused += isRefused(name) ? 1 : 0;
        }
        assertThat(refused).isBetween(10, 150);
    }

    private boolean isRefused(String name) throws IOException {
        try {
            TestTable.read(folder, ".", TableOptions.DEFAULT);
            return false;
        } catch (TableException e) {
            assertThat(e).hasMessageStartingWith(name + ".parquet");
            return true;
        }
    }

    @Test
    void shouldRefuseNumbersBeyondTheirLimit() throws IOException {
        byte[] run = {6, 5};
        assertThat(PackedNumbers.read(run, 0, 2, 3, 3, 6)).containsExactly(5, 5, 5);
        assertThatThrownBy(() -> PackedNumbers.read(run, 0, 2, 3, 3, 5))
                .hasMessage("a level or place is 5, must be below 5");
        assertThatThrownBy(() -> PackedNumbers.read(run, 0, 2, 3, 4, 6))
                .hasMessage("its bytes end before all values are there");
        assertThatThrownBy(() -> PackedNumbers.read(new byte[] {0, 5}, 0, 2, 3, 4, 6))
                .hasMessage("a run has no length");
        byte[] packed = {3, (byte) 0b10_001_000, (byte) 0b1_100_011_0, (byte) 0b111_110_10};
        assertThat(PackedNumbers.read(packed, 0, 4, 3, 8, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThatThrownBy(() -> PackedNumbers.read(Arrays.copyOf(packed, 3), 0, 3, 3, 8, 8))
                .hasMessage("its bytes end before all values are there");
    }

    private static PageRows pages(Path file, ParquetFileReader reader, List<ColumnSchema> schemas) throws IOException {
        return new PageRows(file, reader.getFileMetaData().rowGroups(), schemas, BATCH_ROWS, Limits.DEFAULT);
    }

    private static List<ColumnSchema> schemas(ParquetFileReader reader) {
        return reader.getFileSchema().getColumns().stream()
                .filter(column -> column.maxRepetitionLevel() == 0)
                .toList();
    }

    /** Goes on to the next rows and says how many there are. */
    private interface Next {
        int next() throws IOException;
    }

    private static List<List<@Nullable String>> read(
            Next rows, IntFunction<PageRows.Values> values, List<ColumnSchema> schemas) throws IOException {
        List<List<@Nullable String>> all = new ArrayList<>();
        Cells cells = new Cells();
        for (int count = rows.next(); count > 0; count = rows.next()) {
            int first = all.size();
            for (int i = 0; i < count; i++) {
                all.add(new ArrayList<>());
            }
            for (int column = 0; column < schemas.size(); column++) {
                values.apply(column).decode(new Batch(), cells, "column", Limits.DEFAULT);
                for (int i = 0; i < count; i++) {
                    all.get(first + i).add(cells.type() + " " + cells.text(i));
                }
            }
        }
        return all;
    }

    private Path copy(String name) throws IOException {
        try (InputStream in = PageRowsTest.class.getResourceAsStream(name)) {
            Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
        }
        return folder.resolve(name);
    }
}
