package io.weir.table;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.schema.ColumnSchema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one Parquet column in one batch, and their translation into cells.
 *
 * @param schema the column's type
 * @param missing which values are not there; null if all are
 * @param values an array of the physical type with a place for each row, or {@link ParquetBytes}
 */
record ParquetCells(ColumnSchema schema, boolean @Nullable [] missing, Object values, int count)
        implements PageRows.Values {
    private static final double[] POWERS_OF_TEN = new double[23];

    static {
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = Double.parseDouble("1e" + i);
        }
    }

    @Override
    public void decode(Batch batch, Cells into, String name, Limits limits) throws TableException {
        LogicalType logical = schema.logicalType();
        switch (schema.type()) {
            case BOOLEAN -> into.setLongs(Cells.Type.BOOLEAN, booleans((boolean[]) values), missing);
            case INT32 -> whole(into, widened((int[]) values, logical), logical);
            case INT64 -> whole(into, (long[]) values, logical);
            case FLOAT -> into.setDoubles(widened((float[]) values), missing);
            case DOUBLE -> into.setDoubles((double[]) values, missing);
            case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                ((ParquetBytes) values).decode(schema, missing, batch, into, name, limits);
        }
    }

    private void whole(Cells into, long[] longs, @Nullable LogicalType logical) {
        if (logical instanceof LogicalType.DecimalType decimal) {
            into.setDoubles(scaled(longs, decimal.scale()), missing);
        } else if (logical instanceof LogicalType.DateType) {
            into.setLongs(Cells.Type.DATE, longs, missing);
        } else if (logical instanceof LogicalType.TimestampType stamp) {
            into.setLongs(Cells.Type.TIMESTAMP, micros(longs, stamp.unit()), missing);
        } else if (schema.type() == PhysicalType.INT64 && isUnsigned(logical)) {
            into.setDoubles(unsigned(longs), missing);
        } else {
            into.setLongs(Cells.Type.INTEGER, longs, missing);
        }
    }

    private static boolean isUnsigned(@Nullable LogicalType logical) {
        return logical instanceof LogicalType.IntType whole && !whole.isSigned();
    }

    private static long[] booleans(boolean[] values) {
        long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = values[i] ? 1 : 0;
        }
        return longs;
    }

    private static long[] widened(int[] values, @Nullable LogicalType logical) {
        long mask = isUnsigned(logical) ? 0xffff_ffffL : -1;
        long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = values[i] & mask;
        }
        return longs;
    }

    private static double[] widened(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double[] unsigned(long[] values) {
        return Arrays.stream(values)
                .mapToDouble(each -> each >= 0 ? each : (each >>> 1 | (each & 1)) * 2.0)
                .toArray();
    }

    private static double[] scaled(long[] unscaled, int scale) {
        double[] doubles = new double[unscaled.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = unscaled[i] / POWERS_OF_TEN[scale];
        }
        return doubles;
    }

    private static long[] micros(long[] values, LogicalType.TimeUnit unit) {
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (unit) {
                case MILLIS -> values[i] * 1000;
                case MICROS -> values[i];
                case NANOS -> Math.floorDiv(values[i], 1000);
            };
        }
        return values;
    }
}
