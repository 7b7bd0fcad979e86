package io.weir.drift.uncertainty;

import io.weir.drift.twosample.Kolmogorov;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Kolmogorov-Smirnov's statistic around its true value. Above: the statistic exceeds the truth by more than what two samples
 * of one distribution differ by only as often as that test says, so at limit 0 this is the test. Below: at the place of the
 * true maximum the two shares differ by at least the truth but for binomial scatter, whose variance is at most a quarter per
 * row. A sketch's rank error is taken off or added before: it is no sampling error and rows do not shrink it.
 */
public final class KolmogorovBand implements Uncertainty {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double measured;
    private final double effectiveSize;
    private final double sketchError;

    /**
     * Uncertainty of a measured statistic.
     *
     * @param sketchError sum of both sides' rank errors
     */
    public KolmogorovBand(double measured, double referenceCount, double currentCount, double sketchError) {
        this.measured = measured;
        this.sketchError = sketchError;
        effectiveSize = referenceCount * currentCount / (referenceCount + currentCount);
    }

    @Override
    public double exceedance(double limit) {
        return Kolmogorov.exceedance(measured - sketchError - limit, effectiveSize);
    }

    @Override
    public double shortfall(double limit) {
        double below = limit - measured - sketchError;
        return NORMAL.survivalProbability(2 * Math.sqrt(effectiveSize) * below);
    }

    @Override
    public String method() {
        return sketchError > 0 ? "Kolmogorov band, widened by the sketches' rank error" : "Kolmogorov band";
    }

    /** Whether the sketch's error is greater than that of sampling. */
    @Override
    public boolean limitedBySketch() {
        return sketchError > 1 / Math.sqrt(effectiveSize);
    }
}
