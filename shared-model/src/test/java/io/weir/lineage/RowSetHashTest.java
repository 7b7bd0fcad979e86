package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.table.Batch;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSetHashTest {
    @TempDir
    Path folder;

    private RowSetHash hash(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        try (Table table = Tables.open(folder, name, TableOptions.DEFAULT)) {
            RowSetHash hash = new RowSetHash(table.columns());
            Batch batch = new Batch();
            while (table.next(batch)) {
                hash.add(batch);
            }
            return hash;
        }
    }

    private String value(String content) throws IOException {
        return hash("data.csv", content).value();
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() throws IOException {
        assertThat(value("a,b\n1,x\n2,y\n3,z\n")).isEqualTo(value("a,b\n3,z\n1,x\n2,y\n"));
    }

    @Test
    void shouldDependOnEverythingElse() throws IOException {
        String original = value("a,b\n1,x\n2,y\n");

        assertThat(original).startsWith("weir-rows-1:").hasSize(12 + 64);
        assertThat(value("a,b\n1,y\n2,x\n")).as("cells swapped between rows").isNotEqualTo(original);
        assertThat(value("a,c\n1,x\n2,y\n")).as("another name").isNotEqualTo(original);
        assertThat(value("a,b\n1,x\n2,y\n2,y\n")).as("a row twice").isNotEqualTo(original);
        assertThat(value("a,b\n1,x\n1,x\n1,x\n")).as("a row more often").isNotEqualTo(value("a,b\n1,x\n1,x\n"));
        assertThat(value("a,b\n1x,\n2,y\n")).as("a border moved").isNotEqualTo(original);
    }

    @Test
    void shouldMergeToTheHashOfTheWhole() throws IOException {
        RowSetHash one = hash("one.csv", "a\n1\n2\n");
        RowSetHash other = hash("other.csv", "a\n3\n1\n");
        other.merge(one);

        assertThat(other.value()).isEqualTo(value("a\n1\n1\n2\n3\n"));
        assertThat(other.rows()).isEqualTo(4);
    }

    @Test
    void shouldAddUpModulo2To256() throws IOException {
        RowSetHash one = hash("one.csv", "a\n1\n");
        BigInteger single = one.sum();
        for (int doubling = 0; doubling < 10; doubling++) {
            one.merge(one);
        }

        assertThat(one.sum()).isEqualTo(single.shiftLeft(10).mod(BigInteger.ONE.shiftLeft(256)));
        assertThat(one.rows()).isEqualTo(1_024);
    }

    @Test
    void shouldRefuseOtherColumns() {
        RowSetHash hash = new RowSetHash(List.of("a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hash.merge(new RowSetHash(List.of("b"))))
                .withMessageContaining("[b]");
    }
}
