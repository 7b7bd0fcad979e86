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

/** Parquet values that are bytes: text as it is, decimals and old timestamps as numbers, anything else in hexadecimal. */
final class ParquetBytes {
    private static final long JULIAN_EPOCH_DAY = 2_440_588;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final ColumnSchema schema;
    private final byte[] bytes;
    private final int[] offsets;
    private final boolean @Nullable [] missing;
    private final int count;

    ParquetBytes(ColumnSchema schema, byte[] bytes, int[] offsets, boolean @Nullable [] missing, int count) {
        this.schema = schema;
        this.bytes = bytes;
        this.offsets = offsets;
        this.missing = missing;
        this.count = count;
    }

    void decode(Batch batch, Cells into, String name, Limits limits) throws TableException {
        LogicalType logical = schema.logicalType();
        if (schema.type() == PhysicalType.INT96) {
            into.setLongs(Cells.Type.TIMESTAMP, julian(), missing);
        } else if (logical instanceof LogicalType.DecimalType decimal) {
            into.setDoubles(decimals(decimal.scale()), missing);
        } else if (logical instanceof LogicalType.Float16Type) {
            into.setDoubles(halves(), missing);
        } else {
            text(batch, into, name, limits);
        }
    }

    private boolean isText() {
        return schema.type() == PhysicalType.BYTE_ARRAY
                && (schema.logicalType() == null
                        || schema.logicalType() instanceof LogicalType.StringType
                        || schema.logicalType() instanceof LogicalType.EnumType
                        || schema.logicalType() instanceof LogicalType.JsonType);
    }

    private void text(Batch batch, Cells into, String name, Limits limits) throws TableException {
        int wrong = isText() ? Utf8.firstInvalid(bytes, offsets[0], offsets[count]) : 0;
        if (wrong >= 0 && schema.logicalType() != null && isText()) {
            int row = rowOf(wrong);
            throw TableException.inCell(batch.file(), batch.firstRow() + row, name, "is not valid UTF-8");
        }
        if (wrong >= 0) {
            hexadecimal(into);
            return;
        }
        int[] starts = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = missing != null && missing[i] ? -1 : offsets[i];
            lengths[i] = offsets[i + 1] - offsets[i];
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

    private int rowOf(int position) {
        int row = 0;
        while (offsets[row + 1] <= position) {
            row++;
        }
        return row;
    }

    private void hexadecimal(Cells into) {
        boolean uuid = schema.logicalType() instanceof LogicalType.UuidType;
        StringBuilder all = new StringBuilder();
        int[] starts = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = missing != null && missing[i] ? -1 : all.length();
            if (starts[i] >= 0) {
                all.append(uuid ? uuid(offsets[i]) : HexFormat.of().formatHex(bytes, offsets[i], offsets[i + 1]));
                lengths[i] = all.length() - starts[i];
            }
        }
        into.setText(all.toString().getBytes(StandardCharsets.ISO_8859_1), starts, lengths);
    }

    private String uuid(int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at, 16);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private long[] julian() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long[] micros = new long[count];
        for (int i = 0; i < count; i++) {
            if (missing == null || !missing[i]) {
                long day = Integer.toUnsignedLong(buffer.getInt(offsets[i] + Long.BYTES)) - JULIAN_EPOCH_DAY;
                micros[i] = day * MICROS_PER_DAY + buffer.getLong(offsets[i]) / 1000;
            }
        }
        return micros;
    }

    private double[] decimals(int scale) {
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            if (offsets[i + 1] > offsets[i]) {
                BigInteger unscaled = new BigInteger(bytes, offsets[i], offsets[i + 1] - offsets[i]);
                doubles[i] = new BigDecimal(unscaled, scale).doubleValue();
            }
        }
        return doubles;
    }

    private double[] halves() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            if (offsets[i + 1] > offsets[i]) {
                doubles[i] = Float.float16ToFloat(buffer.getShort(offsets[i]));
            }
        }
        return doubles;
    }
}
