package io.weir.evaluation;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What is drawn as one by the bootstrap: single rows, or rows that depend on each other, such as those of a series. Numbers of
 * rows are those within {@code order}.
 */
public final class RowUnits {
    private final String name;
    private final int[] unitOfRow;
    private final int[] order;
    private final int[] starts;

    private RowUnits(String name, int[] unitOfRow, int[] order, int[] starts) {
        this.name = name;
        this.unitOfRow = unitOfRow;
        this.order = order;
        this.starts = starts;
    }

    /** Each row by itself. */
    public static RowUnits rows(int count) {
        return new RowUnits("rows", new int[0], new int[0], new int[count + 1]);
    }

    /**
     * Rows that belong together.
     *
     * @param name what the units are, in the plural, for messages: "series"
     * @param unitOfRow at least 0; numbers that do not occur are no units
     */
    public static RowUnits of(String name, int[] unitOfRow) {
        int[] counts = new int[Arrays.stream(unitOfRow).max().orElse(-1) + 1];
        for (int unit : unitOfRow) {
            counts[unit]++;
        }
        int[] next = new int[counts.length];
        int[] starts = new int[counts.length + 1];
        int units = 0;
        int sum = 0;
        for (int unit = 0; unit < counts.length; unit++) {
            next[unit] = sum;
            if (counts[unit] > 0) {
                starts[units++] = sum;
                sum += counts[unit];
            }
        }
        starts[units] = sum;
        int[] order = new int[unitOfRow.length];
        for (int row = 0; row < unitOfRow.length; row++) {
            order[next[unitOfRow[row]]++] = row;
        }
        return new RowUnits(name, unitOfRow, order, Arrays.copyOf(starts, units + 1));
    }

    /** The units of some of the rows. */
    RowUnits only(int[] rows) {
        return areRows()
                ? rows(rows.length)
                : of(name, Arrays.stream(rows).map(row -> unitOfRow[row]).toArray());
    }

    boolean areRows() {
        return order.length == 0;
    }

    String name() {
        return name;
    }

    int count() {
        return starts.length - 1;
    }

    void forEachRow(int unit, IntConsumer consumer) {
        if (areRows()) {
            consumer.accept(unit);
            return;
        }
        for (int i = starts[unit]; i < starts[unit + 1]; i++) {
            consumer.accept(order[i]);
        }
    }
}
