package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Any distance over cells, by a parametric bootstrap at the limit: samples of the same sizes are drawn from the pair of
 * distributions, on the line from both sides' average through what was seen, that is just the limit apart. So the estimate's
 * bias, empty cells and the rule for zeros are all in what the measurement is compared with; at limit 0 both samples come
 * from the pooled distribution. A gamma distribution with the replicates' mean and variance gives the tails, so that
 * p-values can be smaller than one in the number of replicates.
 *
 * <p>Cost: replicates × cells. Deterministic: the seed is given.
 */
public final class Simulated implements Uncertainty {
    /** The mean is then good to a twentieth of the scatter, the scatter to 4 %. */
    public static final int DEFAULT_REPLICATES = 300;

    private final double measured;
    private final double limit;
    private final double mean;
    private final double variance;

    /**
     * Simulates.
     *
     * @param cells what was measured
     * @param distance measures cells of the same number and order
     * @param limit where to simulate, at least 0
     * @param replicates how many samples, at least 50
     */
    public Simulated(Cells cells, ToDoubleFunction<Cells> distance, double limit, int replicates, long seed) {
        measured = distance.applyAsDouble(cells);
        this.limit = limit;
        Cells truth = BoundaryPair.find(cells, distance, limit);
        Binomials binomials = new Binomials(new SplittableRandom(seed));
        long n = Math.max(1, Math.round(cells.referenceCount()));
        long m = Math.max(1, Math.round(cells.currentCount()));
        double sum = 0;
        double squares = 0;
        double[] p = truth.reference();
        double[] q = truth.current();
        for (int i = 0; i < replicates; i++) {
            double drawn =
                    distance.applyAsDouble(cells.with(binomials.sampleShares(p, n), binomials.sampleShares(q, m)));
            sum += drawn;
            squares += drawn * drawn;
        }
        mean = sum / replicates;
        variance = Math.max(0, squares / replicates - mean * mean) * replicates / (replicates - 1.0);
    }

    @Override
    public double exceedance(double at) {
        double center = center(at);
        if (variance == 0) {
            return measured > center ? 0 : 1;
        }
        return gamma(center).survivalProbability(measured);
    }

    @Override
    public double shortfall(double at) {
        double center = center(at);
        if (variance == 0) {
            return measured < center ? 0 : 1;
        }
        return gamma(center).cumulativeProbability(measured);
    }

    @Override
    public String method() {
        return "bootstrap at the limit";
    }

    private double center(double at) {
        // Below the scatter the bias no longer moves with the limit: a distance is not negative.
        return Math.max(mean + at - limit, mean * 1e-3);
    }

    private GammaDistribution gamma(double center) {
        return GammaDistribution.of(center * center / variance, variance / center);
    }
}
