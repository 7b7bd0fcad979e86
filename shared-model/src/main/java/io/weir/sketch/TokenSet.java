package io.weir.sketch;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The set of hash tokens that stands for a {@link DistinctSketch} until its registers are the smaller of the two. */
final class TokenSet {
    /** Three quarters of a table that is as large as the registers. */
    static final int MOST = 3072;

    private static final int ROOM = 4096;
    private static final int FIRST_ROOM = 16;
    /** Not a token: a token's low six bits count zeros, of which there are at most 38. */
    private static final int NONE = -1;
    /** A hash has 64 bits, 26 of which are the token's upper part. */
    private static final int MOST_ZEROS = 38;

    private int[] table = filled(FIRST_ROOM);
    private int size;

    private static int[] filled(int room) {
        int[] table = new int[room];
        Arrays.fill(table, NONE);
        return table;
    }

    static boolean valid(int token) {
        return (token & 63) <= MOST_ZEROS;
    }

    int size() {
        return size;
    }

    /** Adds a token; false if it isn't there and the set is full. */
    boolean add(int token) {
        int at = find(token);
        if (table[at] == token) {
            return true;
        }
        if (size == MOST) {
            return false;
        }
        table[at] = token;
        size++;
        if (size * 4 > table.length * 3 && table.length < ROOM) {
            grow();
        }
        return true;
    }

    private int find(int token) {
        int mask = table.length - 1;
        // Tokens are hashes already, but merged ones come in the order of their upper bits: take others as well.
        int at = (token >>> 6 ^ token >>> 20) & mask;
        while (table[at] != token && table[at] != NONE) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] old = table;
        table = filled(Math.min(ROOM, old.length * 4));
        for (int token : old) {
            if (token != NONE) {
                table[find(token)] = token;
            }
        }
    }

    void forEach(IntConsumer action) {
        for (int token : table) {
            if (token != NONE) {
                action.accept(token);
            }
        }
    }

    /** The tokens, ascending without sign. */
    int[] sorted() {
        int[] sorted = Arrays.stream(table)
                .filter(token -> token != NONE)
                .map(token -> token ^ Integer.MIN_VALUE)
                .sorted()
                .toArray();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] ^= Integer.MIN_VALUE;
        }
        return sorted;
    }

    long ramBytesUsed() {
        return 40 + 4L * table.length;
    }
}
