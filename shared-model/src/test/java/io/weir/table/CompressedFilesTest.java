package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressedFilesTest {
    private static final byte[] TEXT = "a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void shouldReadGzip() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("t.csv.gz")))) {
            out.write(TEXT);
        }
        assertThat(read("t.csv.gz").rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
    }

    @Test
    void shouldReadZstd() throws IOException {
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(folder.resolve("t.csv.zst")))) {
            out.write(TEXT);
        }
        assertThat(read("t.csv.zst").rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
    }

    @Test
    void shouldRefuseGzipThatIsCutOff() throws IOException {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 200_000; i++) {
                out.write(("1," + i + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
        assertThatThrownBy(() -> read("t.csv.gz"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("the compressed data is damaged or ends too early");
    }

    @Test
    void shouldRefuseABomb() throws IOException {
        Path file = folder.resolve("t.csv.gz");
        byte[] row = ("0".repeat(9_998) + "\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a\n".getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 2 * Limits.EXPANSION_FREE; written += row.length) {
                out.write(row);
            }
        }
        assertThatThrownBy(() -> profileOnly("t.csv.gz"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("over the limit of 500:1");
    }

    @Test
    void shouldRefuseAZipArchive() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("t.csv")))) {
            out.putNextEntry(new ZipEntry("t.csv"));
            out.write(TEXT);
        }
        assertThatThrownBy(() -> read("t.csv"))
                .hasMessage("t.csv: is a zip archive; unpack it, or compress with gzip or zstd");
    }

    private void profileOnly(String name) throws IOException {
        try (Table table = Tables.open(folder, name, TableOptions.DEFAULT)) {
            Batch batch = new Batch();
            while (table.claim(batch)) {
                assertThat(batch.rows()).isPositive();
            }
        }
    }

    private TestTable read(String name) throws IOException {
        return TestTable.read(folder, name, TableOptions.DEFAULT);
    }
}
