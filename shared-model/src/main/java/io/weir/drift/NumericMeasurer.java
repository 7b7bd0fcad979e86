package io.weir.drift;

import io.weir.drift.distance.Cells;
import io.weir.drift.distance.CumulativeDistances;
import io.weir.drift.distance.NumericDistribution;
import io.weir.drift.uncertainty.KolmogorovBand;
import io.weir.drift.uncertainty.MeanShift;
import io.weir.drift.uncertainty.ProportionDifference;
import io.weir.drift.uncertainty.SketchWeight;
import io.weir.drift.uncertainty.Transport;
import io.weir.drift.uncertainty.Uncertainty;

/** Measures one column of numbers. */
final class NumericMeasurer {
    private final DriftCheck check;
    private final long seed;

    NumericMeasurer(DriftCheck check, long seed) {
        this.check = check;
        this.seed = seed;
    }

    Measured measure(NumericDistribution reference, NumericDistribution current) {
        return switch (check.measure()) {
            case KS -> kolmogorovSmirnov(reference, current);
            case WASSERSTEIN_SIGMA -> wasserstein(reference, current);
            case MEAN_SHIFT -> meanShift(reference, current);
            default -> binned(reference, current);
        };
    }

    private static Measured kolmogorovSmirnov(NumericDistribution reference, NumericDistribution current) {
        double value = CumulativeDistances.kolmogorovSmirnov(reference, current);
        double sketchError = reference.rankError() + current.rankError();
        return measured(
                value, new KolmogorovBand(value, reference.count(), current.count(), sketchError), reference, current);
    }

    private Measured wasserstein(NumericDistribution reference, NumericDistribution current) {
        double value = CumulativeDistances.wassersteinPerSigma(reference, current);
        if (!Double.isFinite(value)) {
            return Measured.impossible("infinite values have no distance in standard deviations; use ks");
        }
        double n = SketchWeight.ofRanks(reference.count(), reference.rankError());
        double m = SketchWeight.ofRanks(current.count(), current.rankError());
        Uncertainty uncertainty = reference.min() == current.max() && reference.max() == current.min()
                // One and the same value on both sides: what could be told is how rare another one must be.
                ? ProportionDifference.absolute(0, n, 0, m)
                : Transport.uncertainty(reference, current, n, m, check.limit(), seed);
        return measured(value, uncertainty, reference, current);
    }

    private static Measured meanShift(NumericDistribution reference, NumericDistribution current) {
        double value = Math.abs(CumulativeDistances.meanShift(reference, current));
        if (!Double.isFinite(value) || !(reference.standardDeviation() > 0)) {
            return Measured.impossible(
                    "the reference has no finite, positive standard deviation to measure a shift in; use ks");
        }
        if (reference.count() < 2 || current.count() < 2) {
            return Measured.impossible("fewer than two values on one side have no spread");
        }
        return measured(value, new MeanShift(value, reference, current), reference, current);
    }

    private Measured binned(NumericDistribution reference, NumericDistribution current) {
        Cells cells = check.bins().cut(reference, current);
        Cells weighed = cells.weighing(
                SketchWeight.ofCells(reference.count(), reference.rankError(), cells.size()),
                SketchWeight.ofCells(current.count(), current.rankError(), cells.size()));
        var distance = java.util.Objects.requireNonNull(check.measure().cellDistance());
        return new CellMeasurer(check, distance, seed).measure(cells, weighed, 0);
    }

    private static Measured measured(
            double value, Uncertainty uncertainty, NumericDistribution reference, NumericDistribution current) {
        String detail = "median " + Words.number(reference.quantile(0.5)) + " before, "
                + Words.number(current.quantile(0.5)) + " now";
        return new Measured(value, uncertainty, detail, reference.count(), current.count());
    }
}
