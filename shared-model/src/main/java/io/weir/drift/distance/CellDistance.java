package io.weir.drift.distance;

import java.util.function.DoubleBinaryOperator;

/**
 * Distances between the shares of two sides over the same cells, each in one exact variant. With p the reference's and q the
 * current side's shares; logarithms are natural unless a base is named. Cells where both are empty add nothing.
 */
public enum CellDistance {
    /** Population stability index: sum of (q - p) ln(q / p). Symmetric, from 0, unbounded. */
    PSI("psi", 1, false, true, (p, q) -> (q - p) * Math.log(q / p)),
    /** Kullback-Leibler divergence of the reference from the current side, as Evidently: sum of p ln(p / q), in nats. */
    KL_DIVERGENCE("kl_divergence", 2, false, true, (p, q) -> p == 0 ? 0 : p * Math.log(p / q)),
    /** Jensen-Shannon divergence to base 2, as TFDV: mean of both sides' KL from their average, in [0, 1]. */
    JS_DIVERGENCE("js_divergence", 8 * Math.log(2), false, false, (p, q) -> half(p, q) / Math.log(2)),
    /** Root of the Jensen-Shannon divergence to base 2, as NannyML: a metric in [0, 1]. */
    JS_DISTANCE("js_distance", 8 * Math.log(2), true, false, (p, q) -> half(p, q) / Math.log(2)),
    /** Root of the Jensen-Shannon divergence in nats, as Evidently and SciPy's default: in [0, 0.8326]. */
    JS_DISTANCE_NATS("js_distance_nats", 8, true, false, CellDistance::half),
    /** Hellinger distance: root of half the sum of (√p - √q)², in [0, 1]. */
    HELLINGER("hellinger", 8, true, false, (p, q) -> square(Math.sqrt(p) - Math.sqrt(q)) / 2),
    /** Total variation distance: half the sum of |p - q|, in [0, 1]: the share of rows that would have to change. */
    TOTAL_VARIATION("total_variation", Double.NaN, false, false, (p, q) -> Math.abs(p - q) / 2),
    /** L-infinity, as TFDV: the greatest |p - q| of all cells, in [0, 1]. */
    L_INFINITY("l_infinity", Double.NaN, false, false, (p, q) -> Math.abs(p - q));

    private final String id;
    private final double scale;
    private final boolean root;
    private final boolean logarithm;
    private final DoubleBinaryOperator term;

    CellDistance(String id, double scale, boolean root, boolean logarithm, DoubleBinaryOperator term) {
        this.id = id;
        this.scale = scale;
        this.root = root;
        this.logarithm = logarithm;
        this.term = term;
    }

    /** Name in settings and reports. */
    public String id() {
        return id;
    }

    /** Whether an empty cell needs a {@link ZeroRule}. */
    public boolean needsZeroRule() {
        return logarithm;
    }

    /** The distance, with empty cells as they are. */
    public double between(Cells cells) {
        return between(cells, ZeroRule.KEEP);
    }

    /**
     * The distance.
     *
     * @param zeros used only if {@link #needsZeroRule()}
     * @return 0 if there is no cell
     */
    public double between(Cells cells, ZeroRule zeros) {
        double[] p = cells.reference();
        double[] q = cells.current();
        if (logarithm) {
            Cells filled = cells.withoutEmpty();
            p = zeros.apply(filled.reference(), filled.referenceCount());
            q = zeros.apply(filled.current(), filled.currentCount());
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double part = p[i] == q[i] ? 0 : term.applyAsDouble(p[i], q[i]);
            sum = this == L_INFINITY ? Math.max(sum, part) : sum + part;
        }
        // Rounding leaves a sum of divergences a hair below 0.
        return root ? Math.sqrt(Math.max(0, sum)) : Math.max(0, sum);
    }

    /**
     * By what this distance's divergence is multiplied, besides the rows, to be about Pearson's χ²: all divergences of this
     * family have the same second-order term (Cressie and Read 1984). NaN for those outside of the family.
     */
    public double chiSquareScale() {
        return scale;
    }

    /** The divergence that this distance is the root of, or the value itself. */
    public double toDivergence(double value) {
        return root ? value * value : value;
    }

    /** One cell's part of the Jensen-Shannon divergence, in nats. */
    private static double half(double p, double q) {
        double middle = (p + q) / 2;
        double fromP = p == 0 ? 0 : p * Math.log(p / middle);
        double fromQ = q == 0 ? 0 : q * Math.log(q / middle);
        return (fromP + fromQ) / 2;
    }

    private static double square(double x) {
        return x * x;
    }
}
