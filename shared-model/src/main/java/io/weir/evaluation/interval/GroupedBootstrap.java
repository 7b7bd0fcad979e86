package io.weir.evaluation.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of numbers that are computed from sums over rows, such as RMSE or R².
 *
 * <p>Rows are dealt to at most {@value #GROUPS} groups of equal size at random, and groups are drawn with replacement: with as many
 * rows or fewer it is the bootstrap over rows, with more the spread of a mean is the same, for a cost that does not depend on rows.
 */
public final class GroupedBootstrap {
    /** Groups of rows: their number makes a deviation as uncertain as 1,024 values do, by 2 %. */
    public static final int GROUPS = 1_024;

    private final double[][] sums;
    private final int width;

    /**
     * Sums by group.
     *
     * @param rows how many there are
     * @param width how many sums a row adds to
     * @param adder adds a row's part to the sums
     * @param seed deals the rows
     */
    public GroupedBootstrap(int rows, int width, RowSums adder, long seed) {
        this.width = width;
        this.sums = new double[Math.min(rows, GROUPS)][width];
        SplitMix random = new SplitMix(seed, 0);
        int[] order = order(sums.length, random);
        for (int row = 0; row < rows; row++) {
            if (row % sums.length == 0 && row > 0) {
                order = order(sums.length, random);
            }
            adder.add(sums[order[row % sums.length]], row);
        }
    }

    /**
     * The intervals of several numbers, from the same replicates.
     *
     * @param formulas of the sums
     * @return by formula; null if too many replicates leave it undefined or all are the same
     */
    public List<@Nullable Interval> intervals(List<ToDoubleFunction<double[]>> formulas, BootstrapSettings settings) {
        double[][] values = new double[formulas.size()][settings.replicates()];
        IntStream.range(0, settings.replicates()).parallel().forEach(replicate -> {
            double[] drawn = drawn(new SplitMix(settings.seed(), replicate + 1L));
            for (int i = 0; i < values.length; i++) {
                values[i][replicate] = formulas.get(i).applyAsDouble(drawn);
            }
        });
        List<@Nullable Interval> intervals = new ArrayList<>();
        for (double[] each : values) {
            intervals.add(interval(each, settings));
        }
        return intervals;
    }

    private @Nullable Interval interval(double[] values, BootstrapSettings settings) {
        Replicates replicates = new Replicates(values);
        if (!replicates.areEnough() || replicates.areEqual()) {
            return null;
        }
        String scheme = settings.replicates() + " multinomial replicates of " + sums.length + " groups";
        return replicates.percentile(settings.confidence(), scheme);
    }

    private double[] drawn(SplitMix random) {
        double[] all = new double[width];
        for (int i = 0; i < sums.length; i++) {
            double[] group = sums[random.nextInt(sums.length)];
            for (int sum = 0; sum < width; sum++) {
                all[sum] += group[sum];
            }
        }
        return all;
    }

    private static int[] order(int size, SplitMix random) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        return order;
    }

    /** What a row adds. */
    @FunctionalInterface
    public interface RowSums {
        /** Adds the row's part to the sums. */
        void add(double[] sums, int row);
    }
}
