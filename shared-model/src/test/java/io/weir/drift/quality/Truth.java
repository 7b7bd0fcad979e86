package io.weir.drift.quality;

import io.weir.drift.Correction;
import io.weir.drift.DriftCheck;
import io.weir.drift.DriftColumn;
import io.weir.drift.DriftJudge;
import io.weir.drift.DriftMeasure;
import io.weir.drift.DriftSettings;
import io.weir.drift.DriftVerdict;
import io.weir.drift.Samples;
import io.weir.drift.distance.CellDistance;
import io.weir.drift.distance.Cells;
import io.weir.drift.distance.CumulativeDistances;
import io.weir.drift.distance.NumericDistribution;
import io.weir.drift.distance.SortedValues;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Populations whose true distance is known, and samples of them. */
final class Truth {
    private static final int POPULATION = 50_000;
    private static final double[] NORMAL = IntStream.range(0, POPULATION)
            .mapToDouble(i -> NormalDistribution.of(0, 1).inverseCumulativeProbability((i + 0.5) / POPULATION))
            .toArray();

    private Truth() {}

    /** The shift of a standard normal distribution at which it is so far from the unshifted one. */
    static double shiftAt(DriftCheck check, double distance) {
        NumericDistribution reference = SortedValues.of(NORMAL);
        return root(
                5,
                shift -> {
                    NumericDistribution current = SortedValues.of(IntStream.range(0, POPULATION)
                            .mapToDouble(i -> NORMAL[i] + shift)
                            .toArray());
                    return switch (check.measure()) {
                        case KS -> CumulativeDistances.kolmogorovSmirnov(reference, current);
                        case WASSERSTEIN_SIGMA -> CumulativeDistances.wassersteinPerSigma(reference, current);
                        case MEAN_SHIFT -> Math.abs(CumulativeDistances.meanShift(reference, current));
                        default ->
                            cellDistance(check.measure()).between(check.bins().cut(reference, current));
                    };
                },
                distance);
    }

    /** Shares in which a middling category has grown at the cost of all others until both are so far apart. */
    static double[] grownTo(DriftCheck check, double[] shares, double distance) {
        List<String> names =
                IntStream.range(0, shares.length).mapToObj(i -> "c" + i).toList();
        double growth = root(
                1,
                g -> cellDistance(check.measure()).between(Cells.of(names, shares, grown(shares, g), 1e9, 1e9)),
                distance);
        return grown(shares, growth);
    }

    /** Shares that fall as one over the rank. */
    static double[] zipf(int categories) {
        double sum =
                IntStream.rangeClosed(1, categories).mapToDouble(i -> 1.0 / i).sum();
        return IntStream.rangeClosed(1, categories)
                .mapToDouble(i -> 1 / (i * sum))
                .toArray();
    }

    static DriftColumn numbers(int seed, int n, int m, double shift) {
        return Samples.numbers("x", seed, n, m, shift);
    }

    static DriftColumn categories(int seed, int n, int m, double[] before, double[] now) {
        Random random = new Random(seed);
        return new DriftColumn.Categorical(
                "x", Samples.categories(random, before, n), Samples.categories(random, now, m));
    }

    static DriftColumn missing(Random random, int n, double before, int m, double now) {
        return new DriftColumn.Numeric("x", withMissing(random, n, before), withMissing(random, m, now));
    }

    static DriftVerdict verdict(DriftCheck check, DriftColumn column, long seed) {
        DriftSettings settings = DriftSettings.defaults()
                .withCorrection(Correction.NONE)
                .withSeed(seed)
                .withColumn("x", List.of(check));
        return new DriftJudge(settings).judge("a", "b", List.of(column)).verdict();
    }

    private static SortedValues withMissing(Random random, int rows, double share) {
        long missing = random.doubles(rows).filter(x -> x < share).count();
        return SortedValues.of(new double[rows - (int) missing], missing);
    }

    private static double[] grown(double[] shares, double growth) {
        double[] grown = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            grown[i] = shares[i] * (1 - growth) + (i == shares.length / 4 ? growth : 0);
        }
        return grown;
    }

    private static CellDistance cellDistance(DriftMeasure measure) {
        return CellDistance.valueOf(measure.name());
    }

    private static double root(double most, DoubleUnaryOperator rising, double value) {
        double low = 0;
        double high = most;
        for (int i = 0; i < 25; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
