package io.weir.sketch;

/**
 * Sorts, merges and halves short runs of keys without a branch that depends on them.
 *
 * <p>What a comparison of random numbers says is a coin toss, and a processor that guesses wrong loses a dozen
 * instructions. Eight keys are therefore sorted by a network, and two sorted runs are merged from both of their ends at
 * once: as many steps from each end as a run is long can exhaust neither.
 */
final class Runs {
    static final int SORTED = 8;

    private Runs() {}

    /** Sorts each eight of the first {@code size} keys; {@code size} is a multiple of eight. */
    static void sortEights(long[] keys, int size) {
        for (int i = 0; i < size; i += SORTED) {
            sortEight(keys, i);
        }
    }

    /** The network of 19 comparisons (Knuth, The Art of Computer Programming 3, section 5.3.4). */
    private static void sortEight(long[] keys, int at) {
        long a = Math.min(keys[at], keys[at + 2]);
        long c = Math.max(keys[at], keys[at + 2]);
        long b = Math.min(keys[at + 1], keys[at + 3]);
        long d = Math.max(keys[at + 1], keys[at + 3]);
        long e = Math.min(keys[at + 4], keys[at + 6]);
        long g = Math.max(keys[at + 4], keys[at + 6]);
        long f = Math.min(keys[at + 5], keys[at + 7]);
        long h = Math.max(keys[at + 5], keys[at + 7]);
        long a2 = Math.min(a, e);
        long e2 = Math.max(a, e);
        long b2 = Math.min(b, f);
        long f2 = Math.max(b, f);
        long c2 = Math.min(c, g);
        long g2 = Math.max(c, g);
        long d2 = Math.min(d, h);
        long h2 = Math.max(d, h);
        long a3 = Math.min(a2, b2);
        long b3 = Math.max(a2, b2);
        long c3 = Math.min(c2, d2);
        long d3 = Math.max(c2, d2);
        long e3 = Math.min(e2, f2);
        long f3 = Math.max(e2, f2);
        long g3 = Math.min(g2, h2);
        long h3 = Math.max(g2, h2);
        long c4 = Math.min(c3, e3);
        long e4 = Math.max(c3, e3);
        long d4 = Math.min(d3, f3);
        long f4 = Math.max(d3, f3);
        long b5 = Math.min(b3, e4);
        long e5 = Math.max(b3, e4);
        long d5 = Math.min(d4, g3);
        long g5 = Math.max(d4, g3);
        keys[at] = a3;
        keys[at + 1] = Math.min(b5, c4);
        keys[at + 2] = Math.max(b5, c4);
        keys[at + 3] = Math.min(d5, e5);
        keys[at + 4] = Math.max(d5, e5);
        keys[at + 5] = Math.min(f4, g5);
        keys[at + 6] = Math.max(f4, g5);
        keys[at + 7] = h3;
    }

    /** Merges neighbouring sorted runs of {@code run} keys each; {@code size} is a multiple of two runs. */
    static void mergePairs(long[] from, long[] to, int size, int run) {
        for (int i = 0; i < size; i += 2 * run) {
            mergePair(from, to, i, run);
        }
    }

    private static void mergePair(long[] from, long[] to, int at, int run) {
        int left = at;
        int right = at + run;
        int leftEnd = at + run - 1;
        int rightEnd = at + 2 * run - 1;
        for (int i = 0; i < run; i++) {
            long x = from[left];
            long y = from[right];
            to[at + i] = Math.min(x, y);
            int second = x <= y ? 0 : 1;
            right += second;
            left += 1 - second;
            long v = from[leftEnd];
            long w = from[rightEnd];
            to[at + 2 * run - 1 - i] = Math.max(v, w);
            int first = v > w ? 1 : 0;
            leftEnd -= first;
            rightEnd -= 1 - first;
        }
    }

    /**
     * Keeps every second key of each sorted run, packed to the front. A run's bit says whether its odd or even places
     * stay; of two neighbouring runs the second takes the other one, which makes half of their errors cancel.
     */
    static void halve(long[] keys, int size, int run, long bits) {
        int out = 0;
        for (int at = 0, i = 0; at < size; at += run, i++) {
            int offset = (int) ((bits >>> (i >> 1)) + i) & 1;
            for (int j = at + offset; j < at + run; j += 2) {
                keys[out++] = keys[j];
            }
        }
    }
}
