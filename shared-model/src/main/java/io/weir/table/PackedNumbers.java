package io.weir.table;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Parquet's hybrid of runs and packed bits, in which levels and positions in dictionaries are written. */
final class PackedNumbers {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_BITS = 32;
    private static final int PER_GROUP = 8;

    private final byte[] bytes;
    private final int end;
    private final int width;
    private int at;

    private PackedNumbers(byte[] bytes, int from, int end, int width) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.width = width;
    }

    /**
     * Reads numbers.
     *
     * @param width bits of each
     * @param limit what each must be below
     */
    static int[] read(byte[] bytes, int from, int end, int width, int count, int limit) throws IOException {
        if (width > MOST_BITS || from > end) {
            throw new IOException("numbers of " + width + " bits in " + (end - from) + " bytes");
        }
        int[] numbers = new int[count];
        new PackedNumbers(bytes, from, end, width).fill(numbers);
        for (int number : numbers) {
            if (number < 0 || number >= limit) {
                throw new IOException(
                        "a level or place is " + Integer.toUnsignedString(number) + ", must be below " + limit);
            }
        }
        return numbers;
    }

    private void fill(int[] numbers) throws IOException {
        int filled = 0;
        while (filled < numbers.length) {
            int head = varint();
            if ((head & 1) == 0) {
                int run = Math.min(head >>> 1, numbers.length - filled);
                Arrays.fill(numbers, filled, filled + run, repeated());
                filled += run;
                if (run == 0) {
                    throw new IOException("a run has no length");
                }
            } else {
                filled += unpack(numbers, filled, head >>> 1);
            }
        }
    }

    private int repeated() throws IOException {
        int value = 0;
        for (int i = 0; i < (width + 7) / 8; i++) {
            value |= next() << 8 * i;
        }
        return value;
    }

    private int unpack(int[] numbers, int filled, int groups) throws IOException {
        long count = Math.min((long) groups * PER_GROUP, numbers.length - filled);
        if (count == 0 || (count * width + 7) / 8 > end - at) {
            throw new IOException("packed numbers end before all are there");
        }
        long mask = (1L << width) - 1;
        for (int i = 0; i < count; i++) {
            long bit = (long) i * width;
            numbers[filled + i] = (int) (word(at + (int) (bit >>> 3)) >>> (bit & 7) & mask);
        }
        at = (int) Math.min(end, at + (long) groups * width);
        return (int) count;
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

    private int varint() throws IOException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = next();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a run's length has more than 32 bits");
    }

    private int next() throws IOException {
        if (at >= end) {
            throw new IOException("levels or places end before all are there");
        }
        return bytes[at++] & 0xff;
    }
}
