package io.weir.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the first bytes of delimited text tell.
 *
 * @param dialect the punctuation, stated or found
 * @param lineBreak what ends a row: a line feed, or a carriage return if there is no line feed
 * @param names the columns' names, unique
 * @param rest bytes that were read and belong to the rows
 */
record CsvHead(Dialect dialect, byte lineBreak, List<String> names, byte[] rest) {
    private static final int SHOWN = 60;

    static CsvHead read(String file, InputStream in, TableOptions options) throws IOException {
        byte[] sample = in.readNBytes(DialectDetector.SAMPLE);
        boolean whole = sample.length < DialectDetector.SAMPLE;
        if (sample.length == 0) {
            throw TableException.inFile(file, "is empty; there is not even a header");
        }
        refuseBinary(file, sample);
        byte lineBreak = lineBreak(sample);
        Dialect dialect = options.dialect();
        if (dialect == null) {
            dialect = DialectDetector.detect(sample, sample.length, whole, lineBreak);
        }
        RecordScan scan = new RecordScan(dialect, lineBreak);
        int start = blankUntil(sample, lineBreak);
        int end = DialectDetector.firstEnd(scan, sample, start, sample.length, whole);
        while (end == start && !whole) {
            byte[] more = in.readNBytes(sample.length);
            whole = more.length < sample.length;
            sample = joined(sample, more);
            limit(file, sample.length, options.limits());
            end = DialectDetector.firstEnd(scan, sample, start, sample.length, whole);
        }
        if (end == start) {
            throw TableException.inFile(file, "a quote in the first row is never closed; is the dialect right?");
        }
        checkEncoding(file, sample, start, end);
        List<String> cells = CsvRow.split(sample, start, end, dialect);
        List<String> names = options.header() ? cells : given(file, options.names(), cells.size());
        byte[] rest = options.header() ? Arrays.copyOfRange(sample, end, sample.length) : sample;
        return new CsvHead(dialect, lineBreak, checked(file, names, options.limits()), rest);
    }

    private static void limit(String file, int bytes, Limits limits) throws TableException {
        if (bytes > limits.maxRowBytes()) {
            throw TableException.inFile(
                    file,
                    "the first row is longer than the limit of " + limits.maxRowBytes()
                            + " bytes; is a quote unclosed, or is this another format?");
        }
    }

    private static void refuseBinary(String file, byte[] sample) throws TableException {
        for (byte each : sample) {
            if (each == 0) {
                throw TableException.inFile(
                        file, "contains NUL bytes: it is no text, or UTF-16 whose encoding must be stated");
            }
        }
    }

    private static void checkEncoding(String file, byte[] sample, int start, int end) throws TableException {
        int wrong = Utf8.firstInvalid(sample, start, end);
        if (wrong >= 0) {
            throw TableException.inFile(
                    file,
                    "the first row's byte 0x" + Integer.toHexString(sample[wrong] & 0xff)
                            + " is not valid in the text's encoding (UTF-8 unless stated); state the right one");
        }
    }

    private static byte lineBreak(byte[] sample) {
        byte found = '\n';
        for (byte each : sample) {
            if (each == '\n') {
                return '\n';
            }
            found = each == '\r' ? (byte) '\r' : found;
        }
        return found;
    }

    private static int blankUntil(byte[] sample, byte lineBreak) {
        int start = 0;
        while (start < sample.length && (sample[start] == lineBreak || sample[start] == '\r')) {
            start++;
        }
        return start;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<String> given(String file, List<String> names, int cells) throws TableException {
        if (names.isEmpty()) {
            return Collections.nCopies(cells, "");
        }
        if (names.size() != cells) {
            throw TableException.inFile(
                    file, names.size() + " column names are given, but the first row has " + cells + " cells");
        }
        return names;
    }

    /** Nameless columns are called by their place, as "column_3"; two of the same name are refused. */
    private static List<String> checked(String file, List<String> names, Limits limits) throws TableException {
        if (names.size() > limits.maxColumns()) {
            throw TableException.inFile(file, "has " + names.size() + " columns, the limit is " + limits.maxColumns());
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> all = new ArrayList<>(names.size());
        for (String each : names) {
            int place = all.size() + 1;
            String name = each.isBlank() ? "column_" + place : each;
            Integer earlier = places.put(name, place);
            if (earlier != null) {
                String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
                throw TableException.inFile(
                        file,
                        "the header has '" + shown + "' twice, as columns " + earlier + " and " + place
                                + "; rename one");
            }
            all.add(name);
        }
        return List.copyOf(all);
    }
}
