package io.weir.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Count, mean, variance, skewness, kurtosis, least and largest of a stream of numbers; parts merge to the whole.
 *
 * <p>Exact but for rounding: values are taken sixty-four at a time, their central sums made in two passes, and combined
 * with what came before by the formulas of Pébay, "Formulas for Robust, One-Pass Parallel Computation of Covariances and
 * Arbitrary-Order Statistical Moments" (Sandia SAND2008-6212, 2008). Infinite values have no moments: they are counted
 * apart. NaN is refused. A statistic of too few values is NaN.
 *
 * <p>Layout, big-endian: version 1 (1 byte); count, infinite (8 each); mean, and the sums of the second, third and fourth
 * power of the distances to it, least, largest (doubles, present only if count > 0).
 */
public final class Moments {
    private static final int VERSION = 1;
    private static final int BATCH = 64;

    private final double[] pending = new double[BATCH];
    private int size;
    private long infinite;
    private long settled;
    private double mean;
    private double squares;
    private double cubes;
    private double fourths;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if it is NaN
     */
    public void add(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            addInfinite(value, 1);
            return;
        }
        pending[size++] = value;
        if (size == BATCH) {
            settle();
        }
    }

    /**
     * Adds a value {@code times} times.
     *
     * @throws IllegalArgumentException if it is NaN, or {@code times} is negative
     */
    public void add(double value, long times) {
        if (times < 0) {
            throw new IllegalArgumentException("times is " + times + ", must be 0 or more");
        }
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            addInfinite(value, times);
        } else if (times == 1) {
            add(value);
        } else if (times > 0) {
            settle();
            min = Math.min(min, value);
            max = Math.max(max, value);
            combine(times, value, 0, 0, 0);
        }
    }

    private void addInfinite(double value, long times) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no moments: count missing values apart");
        }
        infinite += times;
    }

    /** Adds what the other one saw; it says the same as before. */
    public void merge(Moments other) {
        other.settle();
        settle();
        infinite += other.infinite;
        if (other.settled > 0) {
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
            combine(other.settled, other.mean, other.squares, other.cubes, other.fourths);
        }
    }

    private void settle() {
        if (size == 0) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double value = pending[i];
            min = Math.min(min, value);
            max = Math.max(max, value);
            // Divided first: sixty-four large values can add up to infinity.
            sum += value / BATCH;
        }
        double centre = sum * ((double) BATCH / size);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < size; i++) {
            double distance = pending[i] - centre;
            double square = distance * distance;
            second += square;
            third += square * distance;
            fourth += square * square;
        }
        int added = size;
        size = 0;
        combine(added, centre, second, third, fourth);
    }

    /** Pébay's equations 2.1 and 3.1 for two sets. */
    private void combine(long count, double centre, double second, double third, double fourth) {
        if (settled == 0) {
            settled = count;
            mean = centre;
            squares = second;
            cubes = third;
            fourths = fourth;
            return;
        }
        double a = settled;
        double b = count;
        double n = a + b;
        double delta = centre - mean;
        double step = delta / n;
        double square = step * step;
        fourths += fourth
                + a * b * (a * a - a * b + b * b) * square * step * delta
                + 6 * square * (a * a * second + b * b * squares)
                + 4 * step * (a * third - b * cubes);
        cubes += third + a * b * (a - b) * square * delta + 3 * step * (a * second - b * squares);
        squares += second + a * b * step * delta;
        // The difference of two numbers can pass the largest number where their mean doesn't.
        mean = Double.isInfinite(delta) ? mean * (a / n) + centre * (b / n) : mean + b * step;
        settled = Math.addExact(settled, count);
    }

    /** How many finite values were added. */
    public long count() {
        return settled + size;
    }

    /** How many infinite values were added, of either sign; no other statistic knows of them. */
    public long infinite() {
        return infinite;
    }

    /** The arithmetic mean. */
    public double mean() {
        settle();
        return settled == 0 ? Double.NaN : mean;
    }

    /** The unbiased variance of a sample, the sum of squares divided by count - 1; NaN of fewer than two values. */
    public double variance() {
        settle();
        return settled < 2 ? Double.NaN : squares / (settled - 1);
    }

    /** The third standardised moment of the values as a population (g1); NaN if all are equal. */
    public double skewness() {
        settle();
        double spread = Math.sqrt(squares / settled);
        return squares > 0 ? cubes / settled / spread / spread / spread : Double.NaN;
    }

    /** The fourth standardised moment minus 3, so that a normal distribution has 0 (g2); NaN if all are equal. */
    public double kurtosis() {
        settle();
        double spread = squares / settled;
        return squares > 0 ? fourths / settled / spread / spread - 3 : Double.NaN;
    }

    /** The smallest finite value; NaN if there is none. */
    public double min() {
        settle();
        return settled == 0 ? Double.NaN : min;
    }

    /** The largest finite value; NaN if there is none. */
    public double max() {
        settle();
        return settled == 0 ? Double.NaN : max;
    }

    /** Writes the layout that the class comment shows. */
    public void writeTo(DataOutput out) throws IOException {
        settle();
        out.writeByte(VERSION);
        out.writeLong(settled);
        out.writeLong(infinite);
        if (settled > 0) {
            for (double sum : Arrays.asList(mean, squares, cubes, fourths, min, max)) {
                out.writeDouble(sum);
            }
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws MalformedSketchException if it is something else, damaged or cut short
     */
    public static Moments readFrom(DataInput in) throws IOException {
        Moments moments = new Moments();
        try {
            moments.read(in);
        } catch (EOFException e) {
            MalformedSketchException cut = new MalformedSketchException("the moments are cut short");
            cut.initCause(e);
            throw cut;
        }
        return moments;
    }

    private void read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        settled = in.readLong();
        infinite = in.readLong();
        if (version != VERSION || settled < 0 || infinite < 0) {
            throw new MalformedSketchException("not moments: version is " + version + ", must be " + VERSION
                    + "; count is " + settled + ", infinite " + infinite + ", must be 0 or more");
        }
        if (settled > 0) {
            mean = in.readDouble();
            squares = in.readDouble();
            cubes = in.readDouble();
            fourths = in.readDouble();
            min = in.readDouble();
            max = in.readDouble();
            if (!(min <= mean && mean <= max && squares >= 0)) {
                throw new MalformedSketchException("not moments: least is " + min + ", mean " + mean + ", largest "
                        + max + ", must ascend; the sum of squares is " + squares + ", must be 0 or more");
            }
        }
    }
}
