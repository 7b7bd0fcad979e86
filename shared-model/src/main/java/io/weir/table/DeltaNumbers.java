package io.weir.table;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Parquet's {@code DELTA_BINARY_PACKED}: the first number, and blocks of differences less the smallest of each block. */
final class DeltaNumbers {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_IN_BLOCK = 1 << 20;

    private final byte[] bytes;
    private int at;

    private DeltaNumbers(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /**
     * Numbers, and where what follows them begins.
     *
     * @param values as 64 bits; those of narrower types wrap around and are to be cut off
     */
    record Read(long[] values, int end) {}

    /** Reads exactly {@code count} numbers. */
    static Read read(byte[] bytes, int from, int count) throws IOException {
        DeltaNumbers numbers = new DeltaNumbers(bytes, from);
        long[] values = numbers.read(count);
        return new Read(values, numbers.at);
    }

    private long[] read(int count) throws IOException {
        long inBlock = varint();
        long parts = varint();
        long total = varint();
        if (total != count) {
            throw new IOException("differences of " + total + " numbers, expected " + count);
        }
        if (inBlock < 1 || inBlock > MOST_IN_BLOCK || parts < 1 || parts > inBlock || inBlock % parts != 0) {
            throw new IOException("blocks of " + inBlock + " differences in " + parts + " parts");
        }
        long[] values = new long[count];
        long value = zigzag();
        if (count > 0) {
            values[0] = value;
        }
        for (int done = 1; done < count; ) {
            done = readBlock(values, done, (int) parts, (int) (inBlock / parts));
        }
        return values;
    }

    private int readBlock(long[] values, int from, int parts, int inPart) throws IOException {
        long least = zigzag();
        int widths = at;
        pass(parts);
        int done = from;
        for (int part = 0; part < parts && done < values.length; part++) {
            int width = bytes[widths + part] & 0xff;
            if (width > Long.SIZE) {
                throw new IOException("differences of " + width + " bits");
            }
            int start = at;
            int there = Math.min(inPart, values.length - done);
            pass((int) ((there * (long) width + 7) / 8));
            for (int i = 0; i < there; i++, done++) {
                values[done] = values[done - 1] + least + bits((long) i * width, width, start);
            }
            // The rest of a part that is not full need not be written.
            at = (int) Math.min(bytes.length, start + (inPart * (long) width + 7) / 8);
        }
        return done;
    }

    private long bits(long bit, int width, int start) {
        if (width == 0) {
            return 0;
        }
        int from = start + (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        long value = word(from) >>> shift;
        if (shift + width > Long.SIZE) {
            value |= word(from + Long.BYTES) << (Long.SIZE - shift);
        }
        return width == Long.SIZE ? value : value & (1L << width) - 1;
    }

    private long word(int from) {
        if (from + Long.BYTES <= bytes.length) {
            return (long) WORDS.get(bytes, from);
        }
        long word = 0;
        for (int i = from; i < bytes.length; i++) {
            word |= (bytes[i] & 0xffL) << 8 * (i - from);
        }
        return word;
    }

    private void pass(int count) throws IOException {
        if (count > bytes.length - at) {
            throw new IOException("differences end before all are there");
        }
        at += count;
    }

    private long zigzag() throws IOException {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            pass(1);
            int next = bytes[at - 1];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number has more than 64 bits");
    }
}
