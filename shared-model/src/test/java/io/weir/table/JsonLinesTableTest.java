package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTableTest {
    @TempDir
    private Path folder;

    @Test
    void shouldFlattenObjectsAndKeepListsAsText() throws IOException {
        TestTable table =
                read("{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":[1,\"y\",{\"z\":null}]}\n{\"a\":null,\"b\":{\"c\":\"ß\"}}\n");
        assertThat(table.columns()).containsExactly("a", "b.c", "d");
        assertThat(table.rows())
                .containsExactly(List.of("1", "x", "[1,\"y\",{\"z\":null}]"), Arrays.asList(null, "ß", null));
    }

    @Test
    void shouldAddColumnsThatComeLate() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("{\"a\":").append(i).append("}\n");
        }
        TestTable table = read(text + "{\"a\":0,\"late\":true}\n");
        assertThat(table.columns()).containsExactly("a", "late");
        assertThat(table.rows().getLast()).containsExactly("0", "true");
    }

    @Test
    void shouldSayWhichLineIsNotJson() throws IOException {
        assertThatThrownBy(() -> read("{\"a\":1}\n\n{\"a\":}\n"))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("data.jsonl, row 2: is not one JSON object: Unexpected character");
    }

    @Test
    void shouldRefuseTwoObjectsInALine() {
        assertThatThrownBy(() -> read("{\"a\":1} {\"a\":2}\n"))
                .hasMessage("data.jsonl, row 1: has more than one JSON object in the line");
    }

    @Test
    void shouldRefuseAFieldThatComesTwice() {
        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}\n"))
                .hasMessageStartingWith("data.jsonl, row 1: is not one JSON object: Duplicate field 'a'");
    }

    @Test
    void shouldRefuseALineThatIsCutOff() {
        assertThatThrownBy(() -> read("{\"a\":1}\n{\"a\":"))
                .hasMessageStartingWith("data.jsonl, row 2: is not one JSON object");
    }

    @Test
    void shouldRefuseAnEmptyFile() {
        assertThatThrownBy(() -> read("")).hasMessage("data.jsonl: is empty; there is not even one line");
    }

    private TestTable read(String text) throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), text);
        return TestTable.read(folder, "data.jsonl", TableOptions.DEFAULT);
    }
}
