package io.weir.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.json.JsonTokens;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Finds the fields of JSON objects, one a line. Safe for use by many threads. */
final class JsonDecoder implements Batch.Decoder {
    private static final int MAX_DEPTH = 64;

    private final String file;
    private final ColumnNames names;
    private final Limits limits;
    private final JsonTokens json;

    JsonDecoder(String file, ColumnNames names, Limits limits) {
        this.file = file;
        this.names = names;
        this.limits = limits;
        this.json = new JsonTokens(MAX_DEPTH, limits.maxCellBytes());
    }

    /** Names the columns of the first lines; the last line is left out if it may be cut off. */
    void findColumns(byte[] sample, boolean whole) throws IOException {
        int to = sample.length;
        while (!whole && to > 0 && sample[to - 1] != '\n') {
            to--;
        }
        Batch scratch = new Batch();
        scratch.setBuffer(sample.clone());
        int rows = 0;
        for (int i = 0, start = 0; i <= to; i++) {
            if (i == to || sample[i] == '\n') {
                rows += RecordScan.isBlank(sample, start, i) ? 0 : 1;
                start = i + 1;
            }
        }
        scratch.begin(file, 1, rows, names.names());
        scratch.defer(this, to);
        scratch.decode();
    }

    @Override
    public void decode(Batch batch) throws IOException {
        byte[] bytes = batch.buffer();
        int to = batch.size();
        JsonCells cells = new JsonCells(batch, names, limits, file);
        Map<String, Integer> places = new HashMap<>();
        int row = 0;
        for (int start = 0; start < to; ) {
            int end = start;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            if (!RecordScan.isBlank(bytes, start, end)) {
                decodeLine(bytes, start, end, cells, places, batch.firstRow() + row, row);
                row++;
            }
            start = end + 1;
        }
        cells.finish();
    }

    private void decodeLine(
            byte[] bytes, int start, int end, JsonCells cells, Map<String, Integer> places, long number, int row)
            throws IOException {
        int wrong = Utf8.firstInvalid(bytes, start, end);
        if (wrong >= 0) {
            throw TableException.inRow(
                    file, number, "the byte 0x" + Integer.toHexString(bytes[wrong] & 0xff) + " is not valid UTF-8");
        }
        try (JsonParser parser = json.parser(bytes, start, end - start)) {
            cells.read(parser, places, row, number);
        } catch (JsonProcessingException e) {
            throw TableException.inRow(
                    file,
                    number,
                    "is not one JSON object: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
