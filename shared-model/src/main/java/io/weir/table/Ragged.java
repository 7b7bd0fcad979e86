package io.weir.table;

import java.util.Arrays;

/**
 * Rows that have more or fewer cells than there are columns: how many, and the numbers of the first {@value #SHOWN}. Cells
 * that lack are missing values; cells too many are dropped.
 */
public final class Ragged {
    /** So many row numbers are kept, enough to look at. */
    public static final int SHOWN = 20;

    private final long[] numbers = new long[SHOWN];
    private final int[] cells = new int[SHOWN];
    private int kept;
    private long shorter;
    private long longer;

    Ragged() {}

    /** Rows with too few cells. */
    public long shorter() {
        return shorter;
    }

    /** Rows with too many cells. */
    public long longer() {
        return longer;
    }

    /** Numbers of the first such rows. */
    public long[] rows() {
        return Arrays.copyOf(numbers, kept);
    }

    /** How many cells each of {@link #rows} has. */
    public int[] cellCounts() {
        return Arrays.copyOf(cells, kept);
    }

    void add(long row, int found, int expected) {
        if (found < expected) {
            shorter++;
        } else {
            longer++;
        }
        if (kept < SHOWN) {
            numbers[kept] = row;
            cells[kept++] = found;
        }
    }

    void clear() {
        kept = 0;
        shorter = 0;
        longer = 0;
    }
}
