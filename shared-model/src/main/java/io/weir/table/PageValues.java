package io.weir.table;

import dev.hardwood.metadata.PhysicalType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of one physical type, from plain bytes: a primitive array, or slices that stay where they are. */
final class PageValues {
    private static final int INT96_BYTES = 12;

    private PageValues() {}

    /**
     * Slices of bytes.
     *
     * @param utf8 whether it is known that all are UTF-8
     */
    record Slices(byte[] bytes, int[] starts, int[] lengths, boolean utf8) {
        Slices knownAsText() {
            for (int i = 0; i < starts.length; i++) {
                if (Utf8.firstInvalid(bytes, starts[i], starts[i] + lengths[i]) >= 0) {
                    return this;
                }
            }
            return new Slices(bytes, starts, lengths, true);
        }
    }

    /**
     * Reads values.
     *
     * @param width bytes of a value of fixed length
     * @return an array of the primitive type, or {@link Slices}
     */
    static Object plain(PhysicalType type, int width, byte[] bytes, int from, int count) throws IOException {
        return switch (type) {
            case BOOLEAN -> booleans(bytes, from, count);
            case INT32 -> {
                int[] values = new int[count];
                fixed(bytes, from, count, Integer.BYTES).asIntBuffer().get(values);
                yield values;
            }
            case INT64 -> {
                long[] values = new long[count];
                fixed(bytes, from, count, Long.BYTES).asLongBuffer().get(values);
                yield values;
            }
            case FLOAT -> {
                float[] values = new float[count];
                fixed(bytes, from, count, Float.BYTES).asFloatBuffer().get(values);
                yield values;
            }
            case DOUBLE -> {
                double[] values = new double[count];
                fixed(bytes, from, count, Double.BYTES).asDoubleBuffer().get(values);
                yield values;
            }
            case INT96 -> even(bytes, from, count, INT96_BYTES);
            case FIXED_LEN_BYTE_ARRAY -> even(bytes, from, count, width);
            case BYTE_ARRAY -> prefixed(bytes, from, count);
        };
    }

    private static ByteBuffer fixed(byte[] bytes, int from, int count, int width) throws IOException {
        long size = (long) count * width;
        if (size > bytes.length - from) {
            throw new IOException(count + " values of " + width + " bytes in " + (bytes.length - from) + " bytes");
        }
        return ByteBuffer.wrap(bytes, from, (int) size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean[] booleans(byte[] bytes, int from, int count) throws IOException {
        if ((count + 7L) / 8 > bytes.length - from) {
            throw new IOException(count + " truth values in " + (bytes.length - from) + " bytes");
        }
        boolean[] values = new boolean[count];
        for (int i = 0; i < count; i++) {
            values[i] = (bytes[from + (i >>> 3)] >>> (i & 7) & 1) != 0;
        }
        return values;
    }

    private static Slices even(byte[] bytes, int from, int count, int width) throws IOException {
        fixed(bytes, from, count, width);
        int[] starts = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = from + i * width;
            lengths[i] = width;
        }
        return new Slices(bytes, starts, lengths, false);
    }

    private static Slices prefixed(byte[] bytes, int from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] starts = new int[count];
        int[] lengths = new int[count];
        int at = from;
        for (int i = 0; i < count; i++) {
            int length = at + Integer.BYTES > bytes.length ? -1 : buffer.getInt(at);
            at += Integer.BYTES;
            if (length < 0 || length > bytes.length - at) {
                throw new IOException("value " + (i + 1) + " of " + count + " doesn't fit into its page");
            }
            starts[i] = at;
            lengths[i] = length;
            at += length;
        }
        return new Slices(bytes, starts, lengths, false);
    }
}
