package io.weir.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The quantiles of a stream of numbers in a few kilobytes, whatever its length; sketches of parts merge to that of the
 * whole.
 *
 * <p>Exact up to {@code k} values. Beyond, {@link #rankError} says how far the rank of a returned quantile can be from
 * the one asked for: at the default k at most 0.01 of all values, in any order of arrival and of merging. Smallest and
 * largest value are exact. NaN is refused, infinities are values like others, -0.0 is 0.0.
 *
 * <p>Cost: a few nanoseconds for a value, no allocation but when a level grows. Memory: about 3 k numbers and 4 KiB.
 * Answers come from a {@link SortedView} that is kept until the next addition. Same input, seed and order of calls, same
 * sketch, on any machine. Give sketches that will be merged different seeds: their errors then cancel in part.
 *
 * <p>Method: Karnin, Lang, Liberty, "Optimal Quantile Approximation in Streams" (FOCS 2016), with lazy compaction and
 * paired coins after Ivkin, Liberty, Lang, Karnin, Braverman, "Streaming Quantiles Algorithms with Small Space and Update
 * Time" (2019). The lowest levels work on batches: see {@link Intake}.
 */
public final class KllSketch {
    /**
     * The least power of two for which {@link #rankError} stays below 0.01 however long the stream is. Measured, the
     * largest error over all ranks is then about 0.005 in 99 of 100 streams ({@code ./weir bench sketch}).
     */
    public static final int DEFAULT_K = 256;

    /** Fewer levels' room makes no useful sketch. */
    public static final int LEAST_K = 8;

    /** A sketch of this size takes 1.6 MB. */
    public static final int MOST_K = 65_535;

    private final int k;
    private final long seed;
    private final RandomBits random;
    private final Levels levels;
    private final Intake intake;
    private @Nullable SortedView view;

    KllSketch(int k, long seed, RandomBits random, Levels levels, Intake intake) {
        this.k = k;
        this.seed = seed;
        this.random = random;
        this.levels = levels;
        this.intake = intake;
    }

    /**
     * An empty sketch.
     *
     * @param k room at the top level, from {@value #LEAST_K} to {@value #MOST_K}; the error falls as 1/k
     * @param seed of the coins; any number
     * @throws IllegalArgumentException if {@code k} is out of range
     */
    public static KllSketch create(int k, long seed) {
        if (k < LEAST_K || k > MOST_K) {
            throw new IllegalArgumentException("k is " + k + ", must be from " + LEAST_K + " to " + MOST_K);
        }
        RandomBits random = new RandomBits(RandomBits.mix(seed));
        Levels levels = new Levels(k, random);
        return new KllSketch(k, seed, random, levels, new Intake(levels, random));
    }

    /** An empty sketch of {@link #DEFAULT_K}. */
    public static KllSketch create(long seed) {
        return create(DEFAULT_K, seed);
    }

    /** An independent sketch that goes on as this one would. */
    public KllSketch copy() {
        RandomBits coins = new RandomBits(random.state());
        Levels copied = levels.copy(coins);
        return new KllSketch(k, seed, coins, copied, intake.copy(copied, coins));
    }

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if it is NaN
     */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no rank: count missing values apart from the sketch");
        }
        intake.add(Keys.of(value));
        view = null;
    }

    /**
     * Adds a value {@code weight} times, at the cost of one to 62 additions.
     *
     * @throws IllegalArgumentException if the value is NaN, the weight negative, or the count would pass 2^61
     */
    public void add(double value, long weight) {
        if (weight == 1) {
            add(value);
            return;
        }
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no rank: count missing values apart from the sketch");
        }
        if (weight < 0) {
            throw new IllegalArgumentException("weight is " + weight + ", must be 0 or more");
        }
        if (weight > 0) {
            intake.add(Keys.of(value), weight);
            view = null;
        }
    }

    /**
     * Adds what the other sketch saw; it stays as it is. The error is that of the one with the smaller k, at most.
     *
     * @throws IllegalArgumentException if the count would pass 2^61
     */
    public void merge(KllSketch other) {
        KllSketch source = other == this ? other.copy() : other;
        if (source.count() == 0) {
            return;
        }
        intake.merge(source.intake, source.levels, source.seed == seed);
        view = null;
    }

    /** How many values were added, each as often as its weight says. */
    public long count() {
        return intake.count();
    }

    /** The smallest value added, exactly; NaN if there is none. */
    public double min() {
        return count() == 0 ? Double.NaN : Keys.number(intake.least());
    }

    /** The largest value added, exactly; NaN if there is none. */
    public double max() {
        return count() == 0 ? Double.NaN : Keys.number(intake.most());
    }

    /**
     * The smallest value of which at least a share {@code q} of all values is not larger, within {@link #rankError}.
     *
     * @param q in [0,1]; 0 gives the smallest value, 1 the largest
     * @return a value that was added; NaN if there is none
     * @throws IllegalArgumentException if {@code q} is outside of [0,1]
     */
    public double quantile(double q) {
        return view().quantile(q);
    }

    /**
     * The share of values that are at most {@code value}, within {@link #rankError}.
     *
     * @return in [0,1]; NaN if there are no values
     * @throws IllegalArgumentException if {@code value} is NaN
     */
    public double rank(double value) {
        return view().rank(value);
    }

    /** What is kept, in order, for several questions at once. Not changed by later additions. */
    public SortedView view() {
        SortedView current = view;
        if (current == null) {
            current = SortedView.of(levels, intake);
            view = current;
        }
        return current;
    }

    /**
     * How far a rank can be from the truth, as a share of all values; 0 while all values are kept.
     *
     * <p>For one rank this holds with a probability of at least 0.99, whatever the values, their order and the merges that
     * led here, as long as nobody who knows the seed chose the values: it adds up the coins that were tossed in this very
     * sketch and applies Hoeffding's inequality, P(|error| > e n) <= 2 exp(-e^2 n^2 / 2 V), V being the sum of the squared
     * weights that each coin moved at most.
     */
    public double rankError() {
        return count() == 0 ? 0 : Math.sqrt(2 * Math.log(2 / 0.01) * levels.variance()) / count();
    }

    /** The room at the top level that the sketch was created with. */
    public int k() {
        return k;
    }

    /** An estimate of the heap that this sketch holds, in bytes, the view included. */
    public long ramBytesUsed() {
        SortedView current = view;
        return 96 + levels.ramBytesUsed() + intake.ramBytesUsed() + (current == null ? 0 : current.ramBytesUsed());
    }

    /** Writes the sketch as {@link KllFormat} draws it. */
    public void writeTo(DataOutput out) throws IOException {
        KllFormat.write(k, seed, random, levels, intake, out);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws MalformedSketchException if it is something else, damaged or cut short
     */
    public static KllSketch readFrom(DataInput in) throws IOException {
        return KllFormat.read(in);
    }
}
