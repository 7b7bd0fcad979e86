package io.weir.sketch;

import java.util.Arrays;

/**
 * What comes in, in batches, and what a {@link KllSketch} knows exactly: how many, the least and the largest.
 *
 * <p>Of the levels that lie six and more below the top only batches are ever seen: eights are sorted, two of them merged
 * to sixteen, of which every second goes on as one of the next level's eights. Levels eleven and more below the top are
 * not even sorted: of each group of neighbours in time one is drawn. What this adds to the error is small beside what the
 * top levels make, because the squared errors of a level halve with each level down; what it saves is most of the time.
 */
final class Intake {
    static final int BATCH = 256;
    /** Levels that far below the top are made within a batch; the top levels' errors outweigh theirs eight to one. */
    static final int SORTED_LEVELS = 6;
    /** Levels that far below the top are drawn, not sorted. */
    static final int EXACT_LEVELS = 11;
    /** The drawn keys of a batch are one sorted run at least. */
    static final int MOST_DRAWN = Integer.numberOfTrailingZeros(BATCH / Runs.SORTED);

    static final long MOST_COUNT = 1L << 61;
    private static final int FIRST_ROOM = 16;

    private final Levels levels;
    private final RandomBits random;
    private long[] pending;
    private long[] scratch;
    private int size;
    private long settled;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    Intake(Levels levels, RandomBits random) {
        this(levels, random, new long[FIRST_ROOM]);
    }

    private Intake(Levels levels, RandomBits random, long[] pending) {
        this.levels = levels;
        this.random = random;
        this.pending = pending;
        scratch = new long[0];
    }

    Intake copy(Levels copied, RandomBits coins) {
        Intake copy = new Intake(copied, coins, pending.clone());
        copy.size = size;
        copy.settled = settled;
        copy.least = least;
        copy.most = most;
        return copy;
    }

    void add(long key) {
        pending[size++] = key;
        if (size == pending.length) {
            full();
        }
    }

    private void full() {
        if (size < BATCH) {
            pending = Arrays.copyOf(pending, Math.min(BATCH, 4 * size));
            return;
        }
        observePending();
        size = 0;
        settle(BATCH);
        if (scratch.length == 0) {
            scratch = new long[BATCH];
        }
        int drawn = Math.clamp(levels.top() - EXACT_LEVELS, 0, MOST_DRAWN);
        int left = draw(drawn);
        int level = drawn;
        int until = levels.top() - SORTED_LEVELS;
        Runs.sortEights(pending, left);
        while (level < until && left > Runs.SORTED) {
            left = halve(level, left);
            level++;
        }
        levels.addRun(level, sort(left), 0, left);
    }

    /** One of each 2^level neighbours: an error of a group that may be as large as the group, and is 0 on average. */
    private int draw(int level) {
        if (level == 0) {
            return BATCH;
        }
        int groups = BATCH >> level;
        int mask = (1 << level) - 1;
        for (int i = 0; i < groups; i++) {
            pending[i] = pending[(i << level) + (int) (random.next() & mask)];
        }
        levels.addVariance(Math.scalb((double) groups, 2 * level - 2));
        return groups;
    }

    private int halve(int level, int keys) {
        int run = 2 * Runs.SORTED;
        Runs.mergePairs(pending, scratch, keys, Runs.SORTED);
        Runs.halve(scratch, keys, run, random.next());
        swap();
        int pairs = (keys / run + 1) / 2;
        levels.addVariance(Math.scalb((double) pairs, 2 * level));
        return keys / 2;
    }

    private long[] sort(int keys) {
        for (int run = Runs.SORTED; run < keys; run *= 2) {
            Runs.mergePairs(pending, scratch, keys, run);
            swap();
        }
        return pending;
    }

    private void swap() {
        long[] other = pending;
        pending = scratch;
        scratch = other;
    }

    void add(long key, long weight) {
        settle(weight);
        least = Math.min(least, key);
        most = Math.max(most, key);
        for (long bits = weight; bits != 0; bits &= bits - 1) {
            levels.append(Long.numberOfTrailingZeros(bits), key);
        }
    }

    void merge(Intake other, Levels others, boolean sameCoins) {
        settle(other.settled);
        double variance = levels.variance();
        least = Math.min(least, other.least());
        most = Math.max(most, other.most());
        for (int h = 0; h <= others.top(); h++) {
            levels.addRun(h, others.sortedKeys(h), 0, others.size(h));
        }
        // Equal coins can err in the same direction: standard deviations add up then, instead of variances.
        levels.addVariance(others.variance() + (sameCoins ? 2 * Math.sqrt(variance * others.variance()) : 0));
        for (int i = 0; i < other.size; i++) {
            add(other.pending[i]);
        }
    }

    private void settle(long more) {
        if (more > MOST_COUNT - settled) {
            throw new IllegalArgumentException(
                    "cannot add " + more + " values to " + settled + ": a sketch counts to 2^61 at most");
        }
        settled += more;
    }

    private void observePending() {
        long low = least;
        long high = most;
        for (int i = 0; i < size; i++) {
            low = Math.min(low, pending[i]);
            high = Math.max(high, pending[i]);
        }
        least = low;
        most = high;
    }

    long count() {
        return settled + size;
    }

    long least() {
        observePending();
        return least;
    }

    long most() {
        observePending();
        return most;
    }

    /** The keys that no level has yet, in order of arrival. */
    long[] pending() {
        return Arrays.copyOf(pending, size);
    }

    void restore(long settledCount, long smallest, long largest) {
        settled = settledCount;
        least = smallest;
        most = largest;
    }

    long ramBytesUsed() {
        return 88 + 8L * (pending.length + scratch.length);
    }
}
