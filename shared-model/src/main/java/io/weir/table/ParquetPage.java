package io.weir.table;

import dev.hardwood.schema.ColumnSchema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A decompressed page.
 *
 * @param rows number of rows
 * @param present which rows have a value; null if all have
 * @param values what values are, without the missing ones: a primitive array or {@link PageValues.Slices}
 * @param places where each row's value is among {@code values}, if they are a dictionary
 */
record ParquetPage(
        ColumnSchema schema, int rows, boolean @Nullable [] present, Object values, int @Nullable [] places) {

    /** Values that come before a row, given that {@code before} come before an earlier one. */
    int valuesBefore(int row, int earlier, int before) {
        if (present == null) {
            return row;
        }
        int count = before;
        for (int i = earlier; i < row; i++) {
            count += present[i] ? 1 : 0;
        }
        return count;
    }

    /** The rows from {@code row} on, before which there are so many values. */
    ParquetCells cells(int row, int value, int count) {
        boolean[] missing = missing(row, count);
        int[] at = missing == null && places == null ? null : at(missing, value, count);
        return new ParquetCells(schema, missing, picked(at, value, count), count);
    }

    private boolean @Nullable [] missing(int row, int count) {
        if (present == null) {
            return null;
        }
        boolean[] missing = new boolean[count];
        boolean any = false;
        for (int i = 0; i < count; i++) {
            missing[i] = !present[row + i];
            any |= missing[i];
        }
        return any ? missing : null;
    }

    /** For each row the place of its value, or -1. */
    private int[] at(boolean @Nullable [] missing, int value, int count) {
        int[] at = new int[count];
        int next = value;
        for (int i = 0; i < count; i++) {
            if (missing != null && missing[i]) {
                at[i] = -1;
            } else {
                at[i] = places == null ? next : places[next];
                next++;
            }
        }
        return at;
    }

    private Object picked(int @Nullable [] at, int value, int count) {
        return switch (values) {
            case boolean[] flags -> at == null ? Arrays.copyOfRange(flags, value, value + count) : picked(flags, at);
            case int[] ints -> at == null ? Arrays.copyOfRange(ints, value, value + count) : picked(ints, at);
            case long[] longs -> at == null ? Arrays.copyOfRange(longs, value, value + count) : picked(longs, at);
            case float[] floats -> at == null ? Arrays.copyOfRange(floats, value, value + count) : picked(floats, at);
            case double[] doubles ->
                at == null ? Arrays.copyOfRange(doubles, value, value + count) : picked(doubles, at);
            case PageValues.Slices slices -> picked(slices, at, value, count);
            default -> throw new IllegalStateException("values are " + values.getClass());
        };
    }

    private static boolean[] picked(boolean[] values, int[] at) {
        boolean[] picked = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            picked[i] = at[i] >= 0 && values[at[i]];
        }
        return picked;
    }

    private static int[] picked(int[] values, int[] at) {
        int[] picked = new int[at.length];
        for (int i = 0; i < at.length; i++) {
            picked[i] = at[i] < 0 ? 0 : values[at[i]];
        }
        return picked;
    }

    private static long[] picked(long[] values, int[] at) {
        long[] picked = new long[at.length];
        for (int i = 0; i < at.length; i++) {
            picked[i] = at[i] < 0 ? 0 : values[at[i]];
        }
        return picked;
    }

    private static float[] picked(float[] values, int[] at) {
        float[] picked = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            picked[i] = at[i] < 0 ? 0 : values[at[i]];
        }
        return picked;
    }

    private static double[] picked(double[] values, int[] at) {
        double[] picked = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            picked[i] = at[i] < 0 ? 0 : values[at[i]];
        }
        return picked;
    }

    private static ParquetBytes picked(PageValues.Slices values, int @Nullable [] at, int value, int count) {
        if (at == null) {
            return new ParquetBytes(
                    values.bytes(),
                    Arrays.copyOfRange(values.starts(), value, value + count),
                    Arrays.copyOfRange(values.lengths(), value, value + count),
                    values.utf8());
        }
        int[] starts = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = at[i] < 0 ? ParquetBytes.MISSING : values.starts()[at[i]];
            lengths[i] = at[i] < 0 ? 0 : values.lengths()[at[i]];
        }
        return new ParquetBytes(values.bytes(), starts, lengths, values.utf8());
    }
}
