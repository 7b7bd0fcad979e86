package io.weir.profile;

import java.util.Arrays;

/**
 * The different values of one column that were seen lately, each with what it is and how often it came since. Parsing a
 * value and updating half a dozen sketches costs some fifty nanoseconds, finding it here about five; most columns repeat.
 *
 * <p>Values are told apart by 64-bit hashes: among a thousand million different ones, two share a hash with a chance of one
 * in forty.
 */
final class ValueCache {
    /** Entries before it must be emptied; its arrays then fit into a core's first-level cache. */
    private final int room;

    private final int mask;
    private final long[] hashes;
    private final int[] counts;
    private final double[] numbers;
    private final ValueKind[] kinds;
    private final long[] places;
    private int size;

    /** A cache with room for so many values, a power of two. */
    ValueCache(int room) {
        this.room = room;
        int slots = 2 * room;
        mask = slots - 1;
        hashes = new long[slots];
        counts = new int[slots];
        numbers = new double[slots];
        kinds = new ValueKind[slots];
        places = new long[slots];
        Arrays.fill(kinds, ValueKind.TEXT);
    }

    /** The slot of a value, counted once more, or the complement of the one where it belongs. */
    int count(long hash) {
        int at = (int) hash & mask;
        while (true) {
            long found = hashes[at];
            if (found == hash) {
                counts[at]++;
                return at;
            }
            if (found == 0) {
                return ~at;
            }
            at = (at + 1) & mask;
        }
    }

    /** Puts a new value, counted once, into the slot that {@link #count} told. */
    void put(int slot, long hash, ValueKind kind, double number, long place) {
        hashes[slot] = hash;
        counts[slot] = 1;
        kinds[slot] = kind;
        numbers[slot] = number;
        places[slot] = place;
        size++;
    }

    boolean isFull() {
        return size == room;
    }

    int size() {
        return size;
    }

    double number(int slot) {
        return numbers[slot];
    }

    /** Hands out all values and forgets them. */
    void drain(Visitor visitor) {
        for (int i = 0; i <= mask; i++) {
            if (hashes[i] != 0) {
                visitor.visit(kinds[i], numbers[i], places[i], counts[i]);
            }
        }
        Arrays.fill(hashes, 0);
        size = 0;
    }

    /** Takes a value. */
    interface Visitor {
        /**
         * A value.
         *
         * @param place where its text is, or its bits, as they were put
         */
        void visit(ValueKind kind, double number, long place, int count);
    }
}
