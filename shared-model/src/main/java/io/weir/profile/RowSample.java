package io.weir.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The {@value #MOST_ROWS} different rows with the smallest hashes, as hashes of their cells: a sample that does not depend on
 * order or parts, from which it is guessed which column determines which. The first {@value #MOST_COLUMNS} columns take part.
 */
final class RowSample {
    static final int MOST_ROWS = 1000;
    static final int MOST_COLUMNS = 32;

    /** With fewer rows that repeat a value, "the same goes with it each time" says nothing. */
    private static final int LEAST_REPEATS = 50;

    private final List<String> columns;
    private final TreeMap<Long, long[]> rows = new TreeMap<>();
    /** Rows from here on have no place. */
    private long bound = Long.MAX_VALUE;

    RowSample(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    List<String> columns() {
        return columns;
    }

    int size() {
        return rows.size();
    }

    /** Adds a batch by the hashes of its rows and, for each of the columns, of its cells. */
    void add(long[] rowHashes, long[][] cellHashes, int count) {
        for (int row = 0; row < count; row++) {
            long hash = rowHashes[row];
            if (hash < bound) {
                long[] cells = new long[columns.size()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cellHashes[i][row];
                }
                put(hash, cells);
            }
        }
    }

    private void put(long hash, long[] cells) {
        rows.put(hash, cells);
        if (rows.size() > MOST_ROWS) {
            rows.pollLastEntry();
            bound = rows.lastKey();
        }
    }

    /** Both together; of tables with other columns, neither: rows of the one have nothing to say about the other. */
    RowSample mergedWith(RowSample other) {
        if (rows.isEmpty() || other.rows.isEmpty()) {
            return rows.isEmpty() ? other : this;
        }
        RowSample both = new RowSample(columns.equals(other.columns) ? columns : List.of());
        if (columns.equals(other.columns)) {
            rows.forEach(both::put);
            other.rows.forEach(both::put);
        }
        return both;
    }

    /** Which column's value determines which other's in all rows of the sample. */
    List<Dependency> dependencies() {
        List<Dependency> found = new ArrayList<>();
        for (int from = 0; from < columns.size(); from++) {
            for (int to = 0; to < columns.size(); to++) {
                if (from != to && determines(from, to)) {
                    found.add(new Dependency(columns.get(from), columns.get(to), rows.size()));
                }
            }
        }
        return found;
    }

    private boolean determines(int from, int to) {
        Map<Long, Long> seen = new HashMap<>();
        Set<Long> values = new HashSet<>();
        for (long[] cells : rows.values()) {
            Long earlier = seen.putIfAbsent(cells[from], cells[to]);
            if (earlier != null && earlier != cells[to]) {
                return false;
            }
            values.add(cells[to]);
        }
        return rows.size() - seen.size() >= LEAST_REPEATS && values.size() > 1;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (Map.Entry<Long, long[]> row : rows.entrySet()) {
            out.writeLong(row.getKey());
            for (long cell : row.getValue()) {
                out.writeLong(cell);
            }
        }
    }

    static RowSample readFrom(List<String> columns, DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST_ROWS || columns.size() > MOST_COLUMNS) {
            throw new MalformedProfileException("the sample has " + size + " rows of " + columns.size()
                    + " columns, must be at most " + MOST_ROWS + " of " + MOST_COLUMNS);
        }
        RowSample sample = new RowSample(columns);
        for (int i = 0; i < size; i++) {
            long hash = in.readLong();
            long[] cells = new long[columns.size()];
            for (int k = 0; k < cells.length; k++) {
                cells[k] = in.readLong();
            }
            sample.rows.put(hash, cells);
        }
        return sample;
    }
}
