package io.weir.evaluation.trial;

import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.verdict.Numbers;

/** Whether a table's columns fit into memory, asked before they are loaded: an agent that runs out of it takes others along. */
final class Room {
    /** A column's value, twice while its array grows. */
    private static final long BYTES_OF_VALUE = 16;

    /** Sorting, labels and cells of a row. */
    private static final long BYTES_OF_ROW = 100;

    private static final long MEGA = 1_000_000;

    private Room() {}

    /**
     * Refuses what does not fit.
     *
     * @param columns that are loaded
     * @throws InvalidPredictionsException naming what is needed, what there is, and what to do
     */
    static void require(String name, long rows, int columns) {
        Runtime java = Runtime.getRuntime();
        require(name, rows, columns, java.maxMemory() - (java.totalMemory() - java.freeMemory()));
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
