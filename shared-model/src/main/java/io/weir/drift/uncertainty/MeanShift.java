package io.weir.drift.uncertainty;

import io.weir.drift.distance.NumericDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The absolute shift of the mean in standard deviations of the reference: Welch's t around the limit. */
public final class MeanShift implements Uncertainty {
    private final double measured;
    private final double error;
    private final TDistribution distribution;

    /** Uncertainty of the shift between two sides of at least two values and a spread each. */
    public MeanShift(double measured, NumericDistribution reference, NumericDistribution current) {
        this.measured = Math.abs(measured);
        double n = reference.count();
        double m = current.count();
        double ratio = current.standardDeviation() / reference.standardDeviation();
        double fromReference = 1 / (n - 1);
        double fromCurrent = ratio * ratio / (m - 1);
        // The unit, the reference's deviation, is an estimate too.
        double fromUnit = measured * measured / (2 * n);
        error = Math.sqrt(fromReference + fromCurrent + fromUnit);
        double square = fromReference + fromCurrent;
        double degrees =
                square * square / (fromReference * fromReference / (n - 1) + fromCurrent * fromCurrent / (m - 1));
        distribution = TDistribution.of(Math.max(1, degrees));
    }

    @Override
    public double exceedance(double limit) {
        double one = distribution.survivalProbability((measured - limit) / error);
        return Math.min(1, one + distribution.survivalProbability((measured + limit) / error));
    }

    @Override
    public double shortfall(double limit) {
        return distribution.cumulativeProbability((measured - limit) / error);
    }

    @Override
    public String method() {
        return "Welch's t";
    }
}
