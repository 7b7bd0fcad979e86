package io.weir.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of {@link TopValues}, big-endian.
 *
 * <pre>
 *  0  1   version, 1
 *  1  4   capacity
 *  5  8   total weight
 * 13  8   overcount
 * 21  4   counters, at most twice the capacity
 * 25      of each counter, by ascending hash: hash (8), count (8), length of the text in UTF-8 plus one (2, unsigned;
 *         0 if the text isn't known), the text
 * </pre>
 *
 * Accepted only if counts are positive and together with the overcounts not more than the total.
 */
final class TopValuesFormat {
    private static final int VERSION = 1;
    /** A character takes three bytes at most, a pair of surrogates four. */
    private static final int MOST_BYTES = 3 * TopValues.MOST_CHARACTERS;

    private TopValuesFormat() {}

    private record Counter(long hash, long count, @Nullable String text) {}

    static void write(int capacity, long total, long overcount, Counters counters, DataOutput out) throws IOException {
        List<Counter> sorted = new ArrayList<>();
        counters.forEach((hash, count, text) -> sorted.add(new Counter(hash, count, text)));
        sorted.sort(Comparator.comparingLong(Counter::hash));
        out.writeByte(VERSION);
        out.writeInt(capacity);
        out.writeLong(total);
        out.writeLong(overcount);
        out.writeInt(sorted.size());
        for (Counter counter : sorted) {
            out.writeLong(counter.hash());
            out.writeLong(counter.count());
            String text = counter.text();
            byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            out.writeShort(text == null ? 0 : utf8.length + 1);
            out.write(utf8);
        }
    }

    static TopValues read(DataInput in) throws IOException {
        try {
            return readWhole(in);
        } catch (EOFException e) {
            MalformedSketchException cut = new MalformedSketchException("the frequent values are cut short");
            cut.initCause(e);
            throw cut;
        }
    }

    private static TopValues readWhole(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        check(version == VERSION, "version", version, "this Weir reads version " + VERSION);
        int capacity = in.readInt();
        check(
                capacity >= 1 && capacity <= TopValues.MOST_CAPACITY,
                "capacity",
                capacity,
                "must be from 1 to " + TopValues.MOST_CAPACITY);
        long total = in.readLong();
        check(total >= 0, "total", total, "must be 0 or more");
        long overcount = in.readLong();
        check(overcount >= 0 && overcount <= total, "overcount", overcount, "must be from 0 to the total");
        int size = in.readInt();
        check(size >= 0 && size <= 2 * capacity, "number of counters", size, "must be from 0 to twice the capacity");
        Counters counters = new Counters();
        long left = total;
        long last = 0;
        for (int i = 0; i < size; i++) {
            long hash = in.readLong();
            check(i == 0 || hash > last, "hash", hash, "must be above the one before");
            last = hash;
            long count = in.readLong();
            check(count > 0 && count <= left, "count", count, "must be from 1 to what the others leave of the total");
            left -= count;
            readCounter(in, counters, hash, count);
        }
        return new TopValues(capacity, counters, total, overcount);
    }

    private static void readCounter(DataInput in, Counters counters, long hash, long count) throws IOException {
        counters.add(hash, count);
        int length = in.readUnsignedShort() - 1;
        check(length <= MOST_BYTES, "length of a text", length, "must be at most " + MOST_BYTES);
        if (length >= 0) {
            byte[] utf8 = new byte[length];
            in.readFully(utf8);
            String text = new String(utf8, StandardCharsets.UTF_8);
            check(
                    text.length() <= TopValues.MOST_CHARACTERS,
                    "length of a text",
                    text.length(),
                    "must be at most " + TopValues.MOST_CHARACTERS + " characters");
            counters.text(text);
        }
    }

    private static void check(boolean good, String what, Object value, String rule) throws MalformedSketchException {
        if (!good) {
            throw new MalformedSketchException("not frequent values: " + what + " is " + value + "; " + rule);
        }
    }
}
