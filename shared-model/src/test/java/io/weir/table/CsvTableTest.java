package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final TableOptions DEFAULT = TableOptions.DEFAULT;

    @TempDir
    private Path folder;

    @Test
    void shouldReadCellsByColumn() throws IOException {
        write("a,b\n1,x\n2,y\n");
        TestTable table = read(DEFAULT);
        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
    }

    @Test
    void shouldUnquoteCellsWithDelimitersLineBreaksAndDoubledQuotes() throws IOException {
        write("a,b\n\"x,y\",\"two\nlines\"\n\"say \"\"hi\"\"\",\"\"\n");
        assertThat(read(DEFAULT).rows()).containsExactly(List.of("x,y", "two\nlines"), List.of("say \"hi\"", ""));
    }

    @Test
    void shouldTellAnEmptyCellFromAnEmptyText() throws IOException {
        write("a,b\n,\"\"\n");
        assertThat(read(DEFAULT).rows()).containsExactly(Arrays.asList(null, ""));
    }

    @Test
    void shouldTakeStatedNullsOnlyWhereTheyAreNotQuoted() throws IOException {
        write("a,b\nNA,\"NA\"\n");
        assertThat(read(DEFAULT.withNulls(List.of("", "NA"))).rows()).containsExactly(Arrays.asList(null, "NA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void shouldFindTheDelimiter(String delimiter) throws IOException {
        write("a,b,c\n1,x y,2\n3,,4\n".replace(",", delimiter));
        assertThat(read(DEFAULT).rows()).containsExactly(List.of("1", "x y", "2"), Arrays.asList("3", null, "4"));
    }

    @Test
    void shouldFindTheSpaceAfterDelimiters() throws IOException {
        write("39, State-gov, \"a, b\"\n50, Private, c\n");
        assertThat(read(DEFAULT.withoutHeader(List.of("age", "class", "x"))).rows())
                .containsExactly(List.of("39", "State-gov", "a, b"), List.of("50", "Private", "c"));
    }

    @Test
    void shouldFindBackslashEscapes() throws IOException {
        write("a,b\n\"x \\\"y\\\" \\\\ z\",1\n");
        assertThat(read(DEFAULT).rows()).containsExactly(List.of("x \"y\" \\ z", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldTakeEveryLineBreakAndSkipBlankLines(String lineBreak) throws IOException {
        write("a,b\n1,2\n\n3,4".replace("\n", lineBreak));
        assertThat(read(DEFAULT).rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void shouldKeepAQuoteInsideOfACell() throws IOException {
        write("a,b\n5\" pipe,x\n6\",y\n");
        assertThat(read(DEFAULT).rows()).containsExactly(List.of("5\" pipe", "x"), List.of("6\"", "y"));
    }

    @Test
    void shouldCountRaggedRowsAndSayWhere() throws IOException {
        write("a,b,c\n1,2,3\n4,5\n6,7,8,9\n");
        TestTable table = read(DEFAULT);
        assertThat(table.rows())
                .containsExactly(List.of("1", "2", "3"), Arrays.asList("4", "5", null), List.of("6", "7", "8"));
        assertThat(table.ragged()).containsExactly("row 2: 2", "row 3: 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void shouldObeyTheByteOrderMark(String charset) throws IOException {
        write("\ufeffä,b\nß,1\n".getBytes(Charset.forName(charset)));
        TestTable table = read(DEFAULT);
        assertThat(table.columns()).containsExactly("ä", "b");
        assertThat(table.rows()).containsExactly(List.of("ß", "1"));
    }

    @Test
    void shouldReadAStatedEncoding() throws IOException {
        write("name\nMüller\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(DEFAULT.withCharset(StandardCharsets.ISO_8859_1)).rows())
                .containsExactly(List.of("Müller"));
    }

    @Test
    void shouldSayWhereTextIsNotUtf8() throws IOException {
        write("name,x\nok,1\nM\u00fcller,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(DEFAULT))
                .isInstanceOf(TableException.class)
                .hasMessage("data.csv, row 2, column 'name': the byte 0xfc is not valid in the text's encoding"
                        + " (UTF-8 unless stated); state the right one");
    }

    @Test
    void shouldRefuseTwoColumnsOfOneName() throws IOException {
        write("a,b,a\n1,2,3\n");
        assertThatThrownBy(() -> read(DEFAULT))
                .hasMessage("data.csv: the header has 'a' twice, as columns 1 and 3; rename one");
    }

    @Test
    void shouldNameColumnsWithoutANameByTheirPlace() throws IOException {
        write(",b\n1,2\n");
        assertThat(read(DEFAULT).columns()).containsExactly("column_1", "b");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        write("");
        assertThatThrownBy(() -> read(DEFAULT)).hasMessage("data.csv: is empty; there is not even a header");
    }

    @Test
    void shouldTakeAHeaderWithoutRows() throws IOException {
        write("a,b\n");
        assertThat(read(DEFAULT).rows()).isEmpty();
    }

    @Test
    void shouldSayWhichRowHasAnUnclosedQuote() throws IOException {
        write("a,b\n1,2\n3,\"4\n5,6\n");
        assertThatThrownBy(() -> read(DEFAULT))
                .hasMessage("data.csv, row 2: a quote is opened and never closed; is the dialect right?");
    }

    @Test
    void shouldSayWhatFollowsAClosingQuote() throws IOException {
        write("a,b\n\"1\"x,2\n");
        assertThatThrownBy(() -> read(DEFAULT))
                .hasMessage("data.csv, row 1, column 'a': a closing quote is followed by 'x', must be by ',' or a"
                        + " line break; is the dialect right?");
    }

    @Test
    void shouldRefuseARowBeyondTheLimit() throws IOException {
        write("a\nok\n" + "x".repeat(1 << 20) + "\n");
        assertThatThrownBy(() -> read(DEFAULT.withLimits(new Limits(1 << 19, 1 << 19, 10, 10, 10))))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("data.csv, row 2: is longer than the limit of 524288 bytes");
    }

    @Test
    void shouldNumberRowsAcrossBatches() throws IOException {
        StringBuilder text = new StringBuilder("n,s\n");
        int rows = 200_000;
        for (int i = 1; i <= rows; i++) {
            text.append(i).append(i % 3 == 0 ? ",\"a\nb\"\n" : ",plain\n");
        }
        write(text.toString());
        try (Table table = Tables.open(folder, "data.csv", DEFAULT)) {
            Batch batch = new Batch();
            long next = 1;
            while (table.next(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    assertThat(batch.column(0).text(row)).isEqualTo(Long.toString(batch.firstRow() + row));
                    next++;
                }
            }
            assertThat(next - 1).isEqualTo(rows);
        }
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(folder.resolve("data.csv"), bytes);
    }

    private TestTable read(TableOptions options) throws IOException {
        return TestTable.read(folder, "data.csv", options);
    }
}
