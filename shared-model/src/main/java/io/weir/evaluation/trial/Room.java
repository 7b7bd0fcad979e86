package io.weir.evaluation.trial;

import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.verdict.Numbers;

/** Whether a table's columns fit into memory, asked before they are loaded: an agent that runs out of it takes others along. */
final class Room {
    /** A column's value, twice while its array grows. */
    private static final long BYTES_OF_VALUE = 16;

    /** Sorting, labels and cells of a row. */
    private static final long BYTES_OF_ROW = 100;

    /** A drawn cell's text, its number, and copies of that to be changed. */
    private static final long BYTES_OF_DRAWN = 100;

    private static final long MEGA = 1_000_000;

    private Room() {}

    /**
     * Refuses what does not fit.
     *
     * @param columns that are loaded
     * @throws InvalidPredictionsException naming what is needed, what there is, and what to do
     */
    static void require(String name, long rows, int columns) {
        require(name, rows, columns, free());
    }

    /**
     * Refuses what does not fit of rows that are drawn to call a model with.
     *
     * @param what they are for, which is the setting with {@code rows}, too
     * @throws InvalidPredictionsException naming what is needed, what there is, and what to do
     */
    static void requireDrawn(String what, long rows, int columns) {
        requireDrawn(what, rows, columns, free());
    }

    static void requireDrawn(String what, long rows, int columns, long free) {
        long needed = rows * columns * BYTES_OF_DRAWN;
        if (needed > free) {
            throw new InvalidPredictionsException(what + ".rows draws " + Numbers.count(rows) + " rows of "
                    + Numbers.count(columns) + " columns: about " + Numbers.count(needed / MEGA)
                    + " MB, but this Java has " + Numbers.count(free / MEGA)
                    + " MB left; set it lower, or give the agent's Java a larger heap (-Xmx)");
        }
    }

    private static long free() {
        Runtime java = Runtime.getRuntime();
        return java.maxMemory() - (java.totalMemory() - java.freeMemory());
    }

    static void require(String name, long rows, int columns, long free) {
        long needed = rows * (BYTES_OF_ROW + BYTES_OF_VALUE * columns);
        if (needed > free) {
            throw new InvalidPredictionsException(name + " has " + Numbers.count(rows) + " rows, of which " + columns
                    + " columns are loaded: about " + Numbers.count(needed / MEGA) + " MB, but this Java has "
                    + Numbers.count(free / MEGA)
                    + " MB left; take a sample of the rows, or give the agent's Java a larger heap (-Xmx)");
        }
    }
}
