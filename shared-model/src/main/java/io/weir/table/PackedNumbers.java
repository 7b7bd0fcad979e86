package io.weir.table;

import java.io.IOException;
import java.util.Arrays;

/** Parquet's hybrid of runs and packed bits, in which levels and positions in dictionaries are written. */
final class PackedNumbers {
    private static final int MOST_BITS = 32;
    private static final int PER_GROUP = 8;

    private final byte[] bytes;
    private final PageCursor cursor;
    private final int width;

    private PackedNumbers(byte[] bytes, int from, int end, int width) {
        this.bytes = bytes;
        this.cursor = new PageCursor(bytes, from, end);
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
            int head = (int) cursor.varint();
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
            value |= cursor.next() << 8 * i;
        }
        return value;
    }

    private int unpack(int[] numbers, int filled, int groups) throws IOException {
        int count = (int) Math.min((long) groups * PER_GROUP, numbers.length - filled);
        int start = cursor.at();
        cursor.pass(((long) count * width + 7) / 8);
        if (count == 0) {
            throw new IOException("a run has no length");
        }
        long mask = (1L << width) - 1;
        for (int i = 0; i < count; i++) {
            long bit = (long) i * width;
            numbers[filled + i] = (int) (PageCursor.word(bytes, start + (int) (bit >>> 3)) >>> (bit & 7) & mask);
        }
        // The last group may be cut off where there are no more numbers.
        cursor.pass(Math.min(cursor.left(), (long) groups * width - (cursor.at() - start)));
        return count;
    }
}
