package io.weir.table;

import java.io.IOException;

/** Parquet's {@code DELTA_BINARY_PACKED}: the first number, and blocks of differences less the smallest of each block. */
final class DeltaNumbers {
    private static final int MOST_IN_BLOCK = 1 << 20;

    private final byte[] bytes;
    private final PageCursor cursor;

    private DeltaNumbers(byte[] bytes, int from) {
        this.bytes = bytes;
        this.cursor = new PageCursor(bytes, from, bytes.length);
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
        return new Read(values, numbers.cursor.at());
    }

    private long[] read(int count) throws IOException {
        long inBlock = cursor.varint();
        long parts = cursor.varint();
        long total = cursor.varint();
        if (total != count) {
            throw new IOException("differences of " + total + " numbers, expected " + count);
        }
        if (inBlock < 1 || inBlock > MOST_IN_BLOCK || parts < 1 || parts > inBlock || inBlock % parts != 0) {
            throw new IOException("blocks of " + inBlock + " differences in " + parts + " parts");
        }
        long[] values = new long[count];
        long value = cursor.zigzag();
        if (count > 0) {
            values[0] = value;
        }
        for (int done = 1; done < count; ) {
            done = readBlock(values, done, (int) parts, (int) (inBlock / parts));
        }
        return values;
    }

    private int readBlock(long[] values, int from, int parts, int inPart) throws IOException {
        long least = cursor.zigzag();
        int widths = cursor.at();
        cursor.pass(parts);
        int done = from;
        for (int part = 0; part < parts && done < values.length; part++) {
            int width = bytes[widths + part] & 0xff;
            if (width > Long.SIZE) {
                throw new IOException("differences of " + width + " bits");
            }
            int start = cursor.at();
            int there = Math.min(inPart, values.length - done);
            cursor.pass((there * (long) width + 7) / 8);
            for (int i = 0; i < there; i++, done++) {
                values[done] = values[done - 1] + least + bits((long) i * width, width, start);
            }
            // The rest of a part that is not full need not be written.
            cursor.pass(Math.min(cursor.left(), (inPart * (long) width + 7) / 8 - (cursor.at() - start)));
        }
        return done;
    }

    private long bits(long bit, int width, int start) {
        if (width == 0) {
            return 0;
        }
        int from = start + (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        long value = PageCursor.word(bytes, from) >>> shift;
        if (shift + width > Long.SIZE) {
            value |= PageCursor.word(bytes, from + Long.BYTES) << (Long.SIZE - shift);
        }
        return width == Long.SIZE ? value : value & (1L << width) - 1;
    }
}
