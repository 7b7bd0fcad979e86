package io.weir.table;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.schema.ColumnSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parquet values that are bytes: text as it is, decimals and old timestamps as numbers, anything else in hexadecimal.
 *
 * @param bytes what values are slices of
 * @param starts where each row's value begins, or {@link #MISSING}
 * @param lengths of each row's value
 * @param known whether it is known that all values are UTF-8
 */
record ParquetBytes(byte[] bytes, int[] starts, int[] lengths, boolean known) {
    static final int MISSING = -1;

    private static final long JULIAN_EPOCH_DAY = 2_440_588;
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int INT96_BYTES = 12;
    private static final int HALF_BYTES = 2;

    void decode(ColumnSchema schema, boolean @Nullable [] missing, Batch batch, Cells into, String name, Limits limits)
            throws TableException {
        LogicalType logical = schema.logicalType();
        if (schema.type() == PhysicalType.INT96) {
            into.setLongs(Cells.Type.TIMESTAMP, julian(), missing);
        } else if (logical instanceof LogicalType.DecimalType decimal) {
            into.setDoubles(decimals(decimal.scale()), missing);
        } else if (logical instanceof LogicalType.Float16Type) {
            into.setDoubles(halves(), missing);
        } else {
            text(schema, batch, into, name, limits);
        }
    }

    /** Whether values of a column are text, or may be. */
    static boolean isText(ColumnSchema schema) {
        return schema.type() == PhysicalType.BYTE_ARRAY
                && (schema.logicalType() == null
                        || schema.logicalType() instanceof LogicalType.StringType
                        || schema.logicalType() instanceof LogicalType.EnumType
                        || schema.logicalType() instanceof LogicalType.JsonType);
    }

    private void text(ColumnSchema schema, Batch batch, Cells into, String name, Limits limits) throws TableException {
        int wrong = isText(schema) ? firstInvalid() : 0;
        if (wrong >= 0 && schema.logicalType() != null && isText(schema)) {
            throw TableException.inCell(batch.file(), batch.firstRow() + wrong, name, "is not valid UTF-8");
        }
        if (wrong >= 0) {
            hexadecimal(into, schema.logicalType() instanceof LogicalType.UuidType);
            return;
        }
        for (int i = 0; i < starts.length; i++) {
            if (lengths[i] > limits.maxCellBytes()) {
                throw TableException.inCell(
                        batch.file(),
                        batch.firstRow() + i,
                        name,
                        "has " + lengths[i] + " bytes, the limit is " + limits.maxCellBytes());
            }
        }
        into.setText(bytes, starts, lengths);
    }

    /** The first row whose value is not UTF-8, or -1. */
    private int firstInvalid() {
        for (int i = 0; i < starts.length && !known; i++) {
            if (starts[i] >= 0 && Utf8.firstInvalid(bytes, starts[i], starts[i] + lengths[i]) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void hexadecimal(Cells into, boolean uuid) {
        StringBuilder all = new StringBuilder();
        int[] from = new int[starts.length];
        int[] sizes = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            from[i] = starts[i] < 0 ? MISSING : all.length();
            if (starts[i] >= 0) {
                all.append(uuid ? uuid(starts[i]) : HexFormat.of().formatHex(bytes, starts[i], starts[i] + lengths[i]));
                sizes[i] = all.length() - from[i];
            }
        }
        into.setText(all.toString().getBytes(StandardCharsets.ISO_8859_1), from, sizes);
    }

    private String uuid(int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at, 16);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private long[] julian() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long[] micros = new long[starts.length];
        for (int i = 0; i < micros.length; i++) {
            if (starts[i] >= 0 && lengths[i] == INT96_BYTES) {
                long day = Integer.toUnsignedLong(buffer.getInt(starts[i] + Long.BYTES)) - JULIAN_EPOCH_DAY;
                micros[i] = day * MICROS_PER_DAY + buffer.getLong(starts[i]) / 1000;
            }
        }
        return micros;
    }

    private double[] decimals(int scale) {
        double[] doubles = new double[starts.length];
        for (int i = 0; i < doubles.length; i++) {
            if (starts[i] >= 0 && lengths[i] > 0) {
                BigInteger unscaled = new BigInteger(bytes, starts[i], lengths[i]);
                doubles[i] = new BigDecimal(unscaled, scale).doubleValue();
            }
        }
        return doubles;
    }

    private double[] halves() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] doubles = new double[starts.length];
        for (int i = 0; i < doubles.length; i++) {
            if (starts[i] >= 0 && lengths[i] == HALF_BYTES) {
                doubles[i] = Float.float16ToFloat(buffer.getShort(starts[i]));
            }
        }
        return doubles;
    }
}
