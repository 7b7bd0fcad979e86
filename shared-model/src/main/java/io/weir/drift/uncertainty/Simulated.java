package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import java.util.Arrays;
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
    /** The mean is then good to a seventeenth of the scatter, the scatter to 4 %. */
    private static final int REPLICATES = 300;
    /** Where samples cost more, fewer do: the scatter of a sum over many cells is small. */
    private static final int FEW_REPLICATES = 100;

    private static final int MANY_CELLS = 1000;

    private final double measured;
    private final double limit;
    private final double[] replicates;
    /** P-value of equal distributions, or 0 if there is no need for it. */
    private final double chance;

    private final double mean;
    private final double variance;

    private Simulated(double measured, double limit, double[] replicates, double chance) {
        this.measured = measured;
        this.limit = limit;
        this.replicates = replicates;
        this.chance = chance;
        mean = Arrays.stream(replicates).average().orElseThrow();
        variance = Arrays.stream(replicates).map(x -> (x - mean) * (x - mean)).sum() / (replicates.length - 1);
    }

    /**
     * Simulates cells of which all are known, as those of numbers are.
     *
     * @param cells what was measured
     * @param distance measures cells of the same number and order
     * @param limit where to simulate, at least 0
     */
    public static Simulated of(Cells cells, ToDoubleFunction<Cells> distance, double limit, long seed) {
        double[] p = cells.reference();
        double[] q = cells.current();
        double n = cells.referenceCount();
        double m = cells.currentCount();
        double[] average = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            average[i] = (n * p[i] + m * q[i]) / (n + m);
        }
        return simulate(cells, average, distance, limit, seed);
    }

    /**
     * Simulates cells of categories, of which {@link Unseen} ones may exist. Because those are estimated, what chance makes of
     * equal distributions, which is exact, is never called an excess, whatever the limit.
     */
    public static Simulated withUnseen(Cells cells, ToDoubleFunction<Cells> distance, double limit, long seed) {
        Cells roomy = Unseen.room(cells);
        Simulated atLimit = simulate(roomy, Unseen.average(roomy), distance, limit, seed);
        double[] dealt = new Permutation(cells, seed).distances(distance, FEW_REPLICATES);
        double chance = new Simulated(distance.applyAsDouble(cells), 0, dealt, 0).exceedance(0);
        return new Simulated(atLimit.measured, limit, atLimit.replicates, chance);
    }

    private static Simulated simulate(
            Cells cells, double[] average, ToDoubleFunction<Cells> distance, double limit, long seed) {
        Cells truth = BoundaryPair.find(cells, average, distance, limit);
        Binomials binomials = new Binomials(new SplittableRandom(seed));
        long n = Math.max(1, Math.round(cells.referenceCount()));
        long m = Math.max(1, Math.round(cells.currentCount()));
        double[] p = truth.reference();
        double[] q = truth.current();
        double[] replicates = new double[cells.size() > MANY_CELLS ? FEW_REPLICATES : REPLICATES];
        for (int i = 0; i < replicates.length; i++) {
            replicates[i] =
                    distance.applyAsDouble(cells.with(binomials.sampleShares(p, n), binomials.sampleShares(q, m)));
        }
        return new Simulated(distance.applyAsDouble(cells), limit, replicates, 0);
    }

    @Override
    public double exceedance(double at) {
        double moved = measured - (at - limit);
        if (variance == 0 || moved <= 0) {
            return moved > mean ? chance : 1;
        }
        return Math.max(chance, gamma().survivalProbability(moved));
    }

    @Override
    public double shortfall(double at) {
        if (at <= 0) {
            return 1;
        }
        double moved = measured - (at - limit);
        if (variance == 0 || moved <= 0) {
            return moved < mean ? 0 : 1;
        }
        return gamma().cumulativeProbability(moved);
    }

    @Override
    public String method() {
        return chance > 0 ? "bootstrap at the limit, and permutation" : "bootstrap at the limit";
    }

    /** Of the simulated distances; near the limit the scatter is the same, and only its place moves. */
    private GammaDistribution gamma() {
        return GammaDistribution.of(mean * mean / variance, variance / mean);
    }
}
