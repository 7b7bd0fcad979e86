package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was written is read, whatever is in the cells; and counting rows agrees with decoding them. */
class CsvPropertiesTest {
    @Property(tries = 500, seed = "42")
    void shouldReadWhatWasWritten(@ForAll("tables") List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (List<String> row : rows) {
            List<String> cells = row.stream().map(CsvPropertiesTest::quoted).toList();
            text.append(String.join(",", cells)).append('\n');
        }
        assertThat(read(text.toString())).isEqualTo(rows);
    }

    @Property(tries = 1000, seed = "42")
    void shouldCountTheRowsItDecodesOrSayWhatIsWrong(@ForAll("soup") String soup) {
        try {
            read("a,b,c\n" + soup);
        } catch (IOException e) {
            assertThat(e).isInstanceOf(TableException.class).hasMessageStartingWith("test, row ");
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("ab \",\n\r;ß€").ofMaxLength(12);
        return cell.list().ofSize(3).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.strings().withChars("a1\" ,\n\r").ofMaxLength(60);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<List<String>> read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        TableOptions options = TableOptions.DEFAULT.withDialect(Dialect.RFC_4180);
        try (Table table = Tables.ofCsv("test", new ByteArrayInputStream(bytes), options)) {
            Batch batch = new Batch();
            while (table.next(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < 3; column++) {
                        cells.add(String.valueOf(batch.column(column).text(row)));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }
}
