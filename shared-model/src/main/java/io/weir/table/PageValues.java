package io.weir.table;

import dev.hardwood.metadata.PhysicalType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of one physical type, in each of their encodings: a primitive array, or slices that stay where they are. */
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
     * Reads plain values.
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

    /** Numbers of differences, as an array of {@code type}. */
    static Object delta(PhysicalType type, byte[] bytes, int from, int count) throws IOException {
        long[] values = DeltaNumbers.read(bytes, from, count).values();
        return switch (type) {
            case INT64 -> values;
            case INT32 -> ints(values);
            case BOOLEAN, INT96, FLOAT, DOUBLE, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                throw new IOException("differences of " + type + " can't be read");
        };
    }

    private static int[] ints(long[] values) {
        int[] ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) values[i];
        }
        return ints;
    }

    /** Texts whose lengths stand before all of them. */
    static Slices deltaLengths(byte[] bytes, int from, int count) throws IOException {
        DeltaNumbers.Read read = DeltaNumbers.read(bytes, from, count);
        int[] lengths = ints(read.values());
        int[] starts = new int[count];
        int at = read.end();
        for (int i = 0; i < count; i++) {
            if (lengths[i] < 0 || lengths[i] > bytes.length - at) {
                throw new IOException("value " + (i + 1) + " of " + count + " doesn't fit into its page");
            }
            starts[i] = at;
            at += lengths[i];
        }
        return new Slices(bytes, starts, lengths, false);
    }

    /** Texts that begin as the one before them does. */
    static Slices deltaTexts(byte[] bytes, int from, int count, int mostBytes) throws IOException {
        DeltaNumbers.Read read = DeltaNumbers.read(bytes, from, count);
        int[] shared = ints(read.values());
        Slices own = deltaLengths(bytes, read.end(), count);
        int[] starts = new int[count];
        int[] lengths = new int[count];
        long size = 0;
        for (int i = 0; i < count; i++) {
            if (shared[i] < 0 || shared[i] > (i == 0 ? 0 : lengths[i - 1])) {
                throw new IOException("value " + (i + 1) + " shares " + shared[i] + " bytes with the one before it");
            }
            starts[i] = (int) size;
            lengths[i] = shared[i] + own.lengths()[i];
            size += lengths[i];
            if (size > mostBytes) {
                throw new IOException("its values have more than " + mostBytes + " bytes; write smaller pages");
            }
        }
        byte[] all = new byte[(int) size];
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                System.arraycopy(all, starts[i - 1], all, starts[i], shared[i]);
            }
            System.arraycopy(bytes, own.starts()[i], all, starts[i] + shared[i], own.lengths()[i]);
        }
        return new Slices(all, starts, lengths, false);
    }

    /** Values whose first bytes stand before all second bytes, and so on. */
    static Object split(PhysicalType type, int width, byte[] bytes, int from, int count) throws IOException {
        int each = switch (type) {
            case INT32, FLOAT -> Integer.BYTES;
            case INT64, DOUBLE -> Long.BYTES;
            case FIXED_LEN_BYTE_ARRAY -> width;
            case BOOLEAN, INT96, BYTE_ARRAY -> throw new IOException("split bytes of " + type + " can't be read");
        };
        fixed(bytes, from, count, each);
        byte[] whole = new byte[count * each];
        for (int k = 0; k < each; k++) {
            for (int i = 0; i < count; i++) {
                whole[i * each + k] = bytes[from + k * count + i];
            }
        }
        return plain(type, width, whole, 0, count);
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
