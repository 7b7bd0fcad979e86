package io.weir.evaluation.trial;

import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.table.Numbers;
import io.weir.table.Table;
import io.weir.table.TableException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A 64-bit hash of some columns of each row, the same for the same values in any format: numbers count by value, not by how they
 * are written. 8 bytes a row.
 */
final class RowHashes {
    private static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final long MISSING = 0x5851F42D4C957F2DL;

    private RowHashes() {}

    static long[] of(TableSource source, List<String> columns, int maxRows) throws IOException {
        long[] hashes = new long[1 << 12];
        int rows = 0;
        try (Table table = source.open()) {
            Batch batch = new Batch();
            while (table.next(batch)) {
                if (batch.rows() > maxRows - rows) {
                    throw TableException.inFile(
                            batch.file(), "has more rows than the limit of " + maxRows + "; take a sample");
                }
                if (hashes.length < rows + batch.rows()) {
                    hashes = Arrays.copyOf(hashes, Math.max(rows + batch.rows(), 2 * hashes.length));
                }
                Arrays.fill(hashes, rows, rows + batch.rows(), START);
                for (String column : columns) {
                    int place = batch.names().indexOf(column);
                    if (place < 0) {
                        throw TableException.inFile(
                                batch.file(), "has no column '" + column + "', only " + batch.names());
                    }
                    Cells cells = batch.column(place);
                    for (int row = 0; row < batch.rows(); row++) {
                        hashes[rows + row] = mixed(hashes[rows + row] ^ hash(cells, row));
                    }
                }
                rows += batch.rows();
            }
        }
        return Arrays.copyOf(hashes, rows);
    }

    private static long hash(Cells cells, int row) {
        if (cells.isMissing(row)) {
            return MISSING;
        }
        return switch (cells.type()) {
            case INTEGER, BOOLEAN, DATE, TIMESTAMP ->
                cells.type() == Cells.Type.INTEGER ? ofNumber(cells.longAt(row)) : ofText(cells.text(row));
            case DECIMAL -> ofNumber(cells.doubleAt(row));
            case TEXT -> {
                double number = Numbers.parse(cells.bytes(), cells.start(row), cells.length(row));
                yield Double.isNaN(number)
                        ? ofBytes(cells.bytes(), cells.start(row), cells.length(row))
                        : ofNumber(number);
            }
        };
    }

    private static long ofNumber(double number) {
        return mixed(Double.doubleToLongBits(number + 0.0));
    }

    private static long ofText(@org.jspecify.annotations.Nullable String text) {
        byte[] bytes = String.valueOf(text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ofBytes(bytes, 0, bytes.length);
    }

    private static long ofBytes(byte[] bytes, int start, int length) {
        long hash = START;
        for (int i = start; i < start + length; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        return mixed(hash);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
