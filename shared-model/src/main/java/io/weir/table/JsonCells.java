package io.weir.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one batch of JSON objects as text. */
final class JsonCells {
    private final Batch batch;
    private final ColumnNames names;
    private final Limits limits;
    private final String file;
    private final List<Cells> columns = new ArrayList<>();
    private byte[] text = new byte[TextChunks.CHUNK];
    private int used;

    JsonCells(Batch batch, ColumnNames names, Limits limits, String file) {
        this.batch = batch;
        this.names = names;
        this.limits = limits;
        this.file = file;
        addColumns();
    }

    private void addColumns() {
        batch.setNames(names.names());
        while (columns.size() < batch.columnCount()) {
            Cells cells = batch.column(columns.size());
            cells.beginMissing(text, batch.rows());
            columns.add(cells);
        }
    }

    /** All cells point into the same bytes, which may have moved as they grew. */
    void finish() {
        addColumns();
        columns.forEach(cells -> cells.replaceBytes(text));
    }

    /** Reads one line, which must hold one object and nothing else. */
    void read(JsonParser parser, Map<String, Integer> places, int row, long number) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw TableException.inRow(
                    file, number, "is not a JSON object, but begins with '" + parser.getText() + "'");
        }
        readFields(parser, null, places, row, number);
        if (parser.nextToken() != null) {
            throw TableException.inRow(file, number, "has more than one JSON object in the line");
        }
    }

    private void readFields(
            JsonParser parser, @Nullable String prefix, Map<String, Integer> places, int row, long number)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix == null ? parser.currentName() : prefix + "." + parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> readFields(parser, name, places, row, number);
                case START_ARRAY -> put(name, list(parser), places, row, number);
                case VALUE_NULL -> place(name, places, number);
                case VALUE_STRING -> put(name, parser.getText(), places, row, number);
                default -> putBare(parser, name, places, row, number);
            }
        }
    }

    private void putBare(JsonParser parser, String name, Map<String, Integer> places, int row, long number)
            throws IOException {
        columns.get(put(name, parser.getText(), places, row, number)).setBare(row);
    }

    private static String list(JsonParser parser) throws IOException {
        StringBuilder text = new StringBuilder("[");
        int depth = 1;
        boolean first = true;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructEnd()) {
                depth--;
                text.append(token.asString());
                first = false;
                continue;
            }
            text.append(first ? "" : ",");
            boolean named = token == JsonToken.FIELD_NAME;
            boolean string = named || token == JsonToken.VALUE_STRING;
            text.append(
                    string
                            ? '"' + parser.getText().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                            : parser.getText());
            text.append(named ? ":" : "");
            depth += token.isStructStart() ? 1 : 0;
            first = named || token.isStructStart();
        }
        return text.toString();
    }

    /** Returns the column's place. */
    private int put(String name, String value, Map<String, Integer> places, int row, long number)
            throws TableException {
        int place = place(name, places, number);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limits.maxCellBytes()) {
            throw TableException.inCell(
                    file, number, name, "has " + bytes.length + " bytes, the limit is " + limits.maxCellBytes());
        }
        if (used + bytes.length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, used + bytes.length));
        }
        System.arraycopy(bytes, 0, text, used, bytes.length);
        columns.get(place).set(row, used, bytes.length);
        used += bytes.length;
        return place;
    }

    private int place(String name, Map<String, Integer> places, long number) throws TableException {
        Integer known = places.get(name);
        if (known != null) {
            return known;
        }
        int place = names.place(name);
        if (place < 0) {
            throw TableException.inRow(
                    file, number, "the field '" + name + "' is one more than the limit of " + limits.maxColumns());
        }
        places.put(name, place);
        addColumns();
        return place;
    }
}
