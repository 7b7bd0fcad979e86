package io.weir.evaluation.metric;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Rows from the highest score to the lowest; equal scores keep their order.
 *
 * <p>A radix sort of 11-bit digits over the scores' bits, skipping digits that all scores share: time linear in rows, 24
 * bytes a row while it sorts and 12 afterwards. -0.0 and 0.0 are equal. Threads share the rows in blocks, so that the result
 * does not depend on how many there are.
 */
public final class ScoreOrder {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;
    private static final int PASSES = (Long.SIZE + BITS - 1) / BITS;

    /** Fewer rows are sorted faster by one thread. */
    private static final int BLOCK = 1 << 16;

    private long[] keys;
    private int[] rows;
    private long[] spareKeys;
    private int[] spareRows;
    private final int blocks;

    private ScoreOrder(BinaryScores scores) {
        int size = scores.size();
        this.keys = new long[size];
        this.rows = new int[size];
        this.spareKeys = new long[size];
        this.spareRows = new int[size];
        this.blocks = Math.clamp(size / BLOCK, 1, 4 * ForkJoinPool.getCommonPoolParallelism() + 4);
        each(block -> {
            for (int row = from(block); row < from(block + 1); row++) {
                keys[row] = descending(scores.score(row));
                rows[row] = row;
            }
        });
    }

    /** Sorts. */
    public static ScoreOrder of(BinaryScores scores) {
        ScoreOrder order = new ScoreOrder(scores);
        long varying = order.varyingBits();
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = pass * BITS;
            if ((varying >>> shift & DIGITS - 1) != 0) {
                order.pass(shift);
            }
        }
        order.spareKeys = new long[0];
        order.spareRows = new int[0];
        return order;
    }

    /** The row at a place, 0 being the highest score. */
    public int row(int place) {
        return rows[place];
    }

    /** The score at a place. */
    public double score(int place) {
        long key = ~keys[place];
        return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
    }

    /** Whether a place has the same score as the one before it. */
    public boolean tiesWithPrevious(int place) {
        return keys[place] == keys[place - 1];
    }

    /** Rows. */
    public int size() {
        return rows.length;
    }

    /** Unsigned order of the result is the descending order of scores. */
    private static long descending(double score) {
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return ~(bits < 0 ? ~bits : bits | Long.MIN_VALUE);
    }

    private long varyingBits() {
        long first = keys[0];
        return IntStream.range(0, blocks)
                .parallel()
                .mapToLong(block -> {
                    long varying = 0;
                    for (int i = from(block); i < from(block + 1); i++) {
                        varying |= keys[i] ^ first;
                    }
                    return varying;
                })
                .reduce(0, (a, b) -> a | b);
    }

    private void pass(int shift) {
        List<int[]> counts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> count(block, shift))
                .toList();
        int place = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            for (int[] count : counts) {
                int number = count[digit];
                count[digit] = place;
                place += number;
            }
        }
        each(block -> scatter(block, shift, counts.get(block)));
        long[] sortedKeys = spareKeys;
        int[] sortedRows = spareRows;
        spareKeys = keys;
        spareRows = rows;
        keys = sortedKeys;
        rows = sortedRows;
    }

    private int[] count(int block, int shift) {
        int[] count = new int[DIGITS];
        for (int i = from(block); i < from(block + 1); i++) {
            count[(int) (keys[i] >>> shift) & DIGITS - 1]++;
        }
        return count;
    }

    private void scatter(int block, int shift, int[] places) {
        for (int i = from(block); i < from(block + 1); i++) {
            int place = places[(int) (keys[i] >>> shift) & DIGITS - 1]++;
            spareKeys[place] = keys[i];
            spareRows[place] = rows[i];
        }
    }

    private void each(IntConsumer work) {
        IntStream.range(0, blocks).parallel().forEach(work);
    }

    private int from(int block) {
        return (int) ((long) rows.length * block / blocks);
    }
}
