package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * L-infinity over any number of cells. Above the limit: the probability, summed over the cells, that one of them shows so
 * great a difference although none truly exceeds the limit; rare cells add next to nothing, so a thousand categories cost no
 * power. Below: every cell must be below by itself (an intersection-union test), and so must a category nobody has seen.
 */
public final class LargestDifference implements Uncertainty {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] p;
    private final double[] q;
    private final double n;
    private final double m;
    private final int most;
    private final double countError;

    /**
     * Uncertainty of the greatest difference over the cells.
     *
     * @param countError by how much a share can be wrong on both sides together, because a sketch counted
     */
    public LargestDifference(Cells cells, double countError) {
        p = cells.reference();
        q = cells.current();
        n = cells.referenceCount();
        m = cells.currentCount();
        most = cells.mostDifferent();
        this.countError = countError;
    }

    @Override
    public double exceedance(double limit) {
        if (most < 0) {
            return 1;
        }
        double widened = limit + countError;
        double measured = Math.abs(p[most] - q[most]);
        double sum = pair(most).exceedance(widened);
        for (int i = 0; i < p.length; i++) {
            if (i != most) {
                double error = Math.sqrt(variance(i));
                double truth = Math.min(Math.abs(p[i] - q[i]), widened);
                sum += error == 0 ? 0 : NORMAL.survivalProbability((measured - truth) / error);
                sum += error == 0 ? 0 : NORMAL.survivalProbability((measured + truth) / error);
            }
        }
        return Math.min(1, sum);
    }

    @Override
    public double shortfall(double limit) {
        double narrowed = limit - countError;
        if (narrowed <= 0) {
            return 1;
        }
        double worst = ProportionDifference.absolute(0, n, 0, m).shortfall(narrowed);
        for (int i = 0; i < p.length; i++) {
            worst = Math.max(worst, pair(i).shortfall(narrowed));
        }
        return worst;
    }

    @Override
    public String method() {
        return "likelihood ratio of the most different category, bound over all";
    }

    private ProportionDifference pair(int cell) {
        return ProportionDifference.absolute(p[cell] * n, n, q[cell] * m, m);
    }

    private double variance(int cell) {
        return p[cell] * (1 - p[cell]) / n + q[cell] * (1 - q[cell]) / m;
    }
}
