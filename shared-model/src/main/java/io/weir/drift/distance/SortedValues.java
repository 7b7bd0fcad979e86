package io.weir.drift.distance;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Every value of a column, sorted: the exact distribution. Takes 16 bytes a distinct value. */
public final class SortedValues implements NumericDistribution {
    private final double[] distinct;
    /** How many values are at most {@code distinct[i]}. */
    private final long[] cumulative;

    private final long missing;
    private final double mean;
    private final double deviation;

    private SortedValues(double[] distinct, long[] cumulative, long missing) {
        this.distinct = distinct;
        this.cumulative = cumulative;
        this.missing = missing;
        double center = average(value -> value);
        mean = center;
        deviation = Math.sqrt(average(value -> (value - center) * (value - center)));
    }

    /** The values' distribution; NaN counts as missing. The array is not changed. */
    public static SortedValues of(double... values) {
        return of(values, 0);
    }

    /**
     * The values' distribution.
     *
     * @param values in any order; NaN counts as missing
     * @param missing rows without a value besides the NaN
     * @throws IllegalArgumentException if {@code missing} is negative
     */
    public static SortedValues of(double[] values, long missing) {
        if (missing < 0) {
            throw new IllegalArgumentException("missing is " + missing + ", must not be negative");
        }
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // Makes -0.0 and 0.0 one value.
        }
        Arrays.sort(sorted); // NaN comes last.
        int count = sorted.length;
        while (count > 0 && Double.isNaN(sorted[count - 1])) {
            count--;
        }
        long[] cumulative = new long[count];
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i + 1 == count || sorted[i + 1] != sorted[i]) {
                cumulative[distinct] = i + 1L;
                sorted[distinct++] = sorted[i];
            }
        }
        return new SortedValues(
                Arrays.copyOf(sorted, distinct), Arrays.copyOf(cumulative, distinct), missing + sorted.length - count);
    }

    /** Distinct, ascending values, and how many values are at most each: a sketch's steps. */
    static SortedValues ofSteps(double[] distinct, long[] cumulative, long missing) {
        return new SortedValues(distinct, cumulative, missing);
    }

    @Override
    public long count() {
        return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    @Override
    public long missing() {
        return missing;
    }

    @Override
    public double min() {
        return distinct.length == 0 ? Double.NaN : distinct[0];
    }

    @Override
    public double max() {
        return distinct.length == 0 ? Double.NaN : distinct[distinct.length - 1];
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double standardDeviation() {
        return deviation;
    }

    @Override
    public double atMost(double x) {
        int place = Arrays.binarySearch(distinct, x + 0.0);
        return share(place >= 0 ? place + 1 : -place - 1);
    }

    @Override
    public double below(double x) {
        int place = Arrays.binarySearch(distinct, x + 0.0);
        return share(place >= 0 ? place : -place - 1);
    }

    /** Linear between the order statistics, as NumPy's default and R's type 7. */
    @Override
    public double quantile(double q) {
        if (count() == 0) {
            return Double.NaN;
        }
        double place = q * (count() - 1);
        long low = (long) Math.floor(place);
        double lower = at(low);
        double upper = at(Math.min(low + 1, count() - 1));
        return lower == upper ? lower : lower + (place - low) * (upper - lower);
    }

    @Override
    public double[] breakpoints() {
        return distinct.clone();
    }

    @Override
    public double rankError() {
        return 0;
    }

    /** In one pass over both. */
    @Override
    public void cumulate(double[] places, double[] atMost, double[] below) {
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            while (next < distinct.length && distinct[next] < places[i]) {
                next++;
            }
            below[i] = share(next);
            atMost[i] = share(next < distinct.length && distinct[next] == places[i] ? next + 1 : next);
        }
    }

    private double share(int distinctValues) {
        return distinctValues == 0 ? 0 : cumulative[distinctValues - 1] / (double) count();
    }

    /** The value with that many values before it in sorted order. */
    private double at(long rank) {
        int place = Arrays.binarySearch(cumulative, rank + 1);
        return distinct[place >= 0 ? place : -place - 1];
    }

    /** Compensated, so that a million equal values have a deviation of 0. */
    private double average(DoubleUnaryOperator term) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < distinct.length; i++) {
            long times = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
            double add = times * term.applyAsDouble(distinct[i]) - lost;
            double next = sum + add;
            lost = Double.isInfinite(next) ? 0 : next - sum - add;
            sum = next;
        }
        return sum / count();
    }
}
