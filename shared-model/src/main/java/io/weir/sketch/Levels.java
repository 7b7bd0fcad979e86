package io.weir.sketch;

import java.util.Arrays;

/**
 * The sorted levels of a {@link KllSketch}: a key in level h stands for 2^h values.
 *
 * <p>The top level may hold k keys, each lower one two thirds of the next, at least {@value #LEAST_CAPACITY}. Only when
 * all together hold more than the capacities' sum, the lowest full level is compacted: of each two neighbours in order
 * one goes up, all odd or all even places by the toss of a coin. Every second toss of a level is the opposite of the one
 * before, so that the two errors cancel in part.
 */
final class Levels {
    static final int LEAST_CAPACITY = 8;
    /** Above it the weights no longer fit into a long. */
    static final int MOST_LEVELS = 61;

    private final int k;
    private final RandomBits random;
    private long[][] keys = new long[1][0];
    private int[] sizes = new int[1];
    private int[] sorted = new int[1];
    private int[] capacities;
    private int total;
    private int totalCapacity;
    private double variance;
    private long lastCoins;
    private long paired;

    Levels(int k, RandomBits random) {
        this.k = k;
        this.random = random;
        capacities = new int[] {k};
        totalCapacity = k;
    }

    /** An independent copy that tosses {@code coins}. */
    Levels copy(RandomBits coins) {
        Levels copy = new Levels(k, coins);
        copy.keys = new long[keys.length][];
        for (int h = 0; h < keys.length; h++) {
            copy.keys[h] = Arrays.copyOf(keys[h], sizes[h]);
        }
        copy.sizes = sizes.clone();
        copy.sorted = sorted.clone();
        copy.capacities = capacities.clone();
        copy.total = total;
        copy.totalCapacity = totalCapacity;
        copy.variance = variance;
        copy.lastCoins = lastCoins;
        copy.paired = paired;
        return copy;
    }

    int top() {
        return sizes.length - 1;
    }

    int total() {
        return total;
    }

    int size(int level) {
        return sizes[level];
    }

    double variance() {
        return variance;
    }

    void addVariance(double more) {
        variance += more;
    }

    long lastCoins() {
        return lastCoins;
    }

    long paired() {
        return paired;
    }

    void restore(double errorVariance, long coins, long pairs) {
        variance = errorVariance;
        lastCoins = coins;
        paired = pairs;
    }

    /** The keys of a level, of which the first {@link #size} count, in order. */
    long[] sortedKeys(int level) {
        sortTail(level);
        return keys[level];
    }

    /** Puts one key into a level without yet putting it in order. */
    void append(int level, long key) {
        growTo(level);
        ensure(level, 1);
        keys[level][sizes[level]++] = key;
        total++;
        compress();
    }

    /** Adds keys in order to a level. */
    void addRun(int level, long[] run, int from, int length) {
        growTo(level);
        mergeInto(level, run, from, length);
        total += length;
        compress();
    }

    void growTo(int level) {
        while (top() < level) {
            grow();
        }
    }

    private void grow() {
        int levels = sizes.length + 1;
        keys = Arrays.copyOf(keys, levels);
        keys[levels - 1] = new long[0];
        sizes = Arrays.copyOf(sizes, levels);
        sorted = Arrays.copyOf(sorted, levels);
        capacities = capacities(k, levels);
        totalCapacity = Arrays.stream(capacities).sum();
    }

    /** From the bottom level up; whole numbers only, so that every machine computes the same. */
    static int[] capacities(int k, int levels) {
        int[] capacities = new int[levels];
        int capacity = k;
        for (int h = levels - 1; h >= 0; h--) {
            capacities[h] = Math.max(LEAST_CAPACITY, capacity);
            capacity = (2 * capacity + 2) / 3;
        }
        return capacities;
    }

    private void compress() {
        while (total > totalCapacity) {
            int level = lowestFull();
            if (level == top()) {
                grow();
            } else {
                compact(level);
            }
        }
    }

    private int lowestFull() {
        int level = 0;
        while (sizes[level] < capacities[level]) {
            level++;
        }
        return level;
    }

    private void compact(int level) {
        long[] run = sortedKeys(level);
        int odd = sizes[level] & 1;
        int half = sizes[level] >> 1;
        int offset = odd + toss(level);
        for (int i = 0; i < half; i++) {
            run[odd + i] = run[offset + 2 * i];
        }
        sizes[level] = odd;
        sorted[level] = odd;
        total -= half;
        mergeInto(level + 1, run, odd, half);
        if (run.length > 2 * capacities[level]) {
            // Gives back what the level needed while it was nearer to the top.
            keys[level] = Arrays.copyOf(run, capacities[level]);
        }
    }

    private int toss(int level) {
        long bit = 1L << level;
        if ((paired & bit) == 0) {
            lastCoins = (random.next() & 1) == 0 ? lastCoins & ~bit : lastCoins | bit;
            variance += Math.scalb(1.0, 2 * level);
        } else {
            lastCoins ^= bit;
        }
        paired ^= bit;
        return (int) (lastCoins >>> level) & 1;
    }

    /** From the back, in place. */
    private void mergeInto(int level, long[] run, int from, int length) {
        sortTail(level);
        ensure(level, length);
        long[] into = keys[level];
        int left = sizes[level] - 1;
        int right = from + length - 1;
        int out = left + length;
        while (left >= 0 && right >= from) {
            long x = into[left];
            long y = run[right];
            into[out--] = Math.max(x, y);
            int first = x > y ? 1 : 0;
            left -= first;
            right -= 1 - first;
        }
        if (right >= from) {
            System.arraycopy(run, from, into, 0, right - from + 1);
        }
        sizes[level] += length;
        sorted[level] = sizes[level];
    }

    private void sortTail(int level) {
        int from = sorted[level];
        int size = sizes[level];
        if (from == size) {
            return;
        }
        Arrays.sort(keys[level], from, size);
        if (from > 0) {
            long[] tail = Arrays.copyOfRange(keys[level], from, size);
            sizes[level] = from;
            sorted[level] = from;
            mergeInto(level, tail, 0, tail.length);
        }
        sorted[level] = size;
    }

    private void ensure(int level, int more) {
        int needed = sizes[level] + more;
        if (needed > keys[level].length) {
            keys[level] = Arrays.copyOf(keys[level], Math.max(needed, keys[level].length * 5 / 4));
        }
    }

    long ramBytesUsed() {
        long bytes = 64 + 40L * sizes.length;
        for (long[] level : keys) {
            bytes += 16 + 8L * level.length;
        }
        return bytes;
    }
}
