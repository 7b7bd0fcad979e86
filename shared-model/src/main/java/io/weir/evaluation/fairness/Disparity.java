package io.weir.evaluation.fairness;

import io.weir.evaluation.interval.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A group's rate against the reference group's.
 *
 * @param difference the group's less the reference's; NaN if either is undefined
 * @param ratio the group's over the reference's; NaN if either is undefined or the reference's is 0
 * @param differenceInterval Newcombe's, from both Wilson intervals (Statistics in Medicine 1998); null if too few rows
 * @param ratioInterval on the logarithmic scale (Katz et al., Biometrics 1978), half a row added if a count is 0; null as above
 */
public record Disparity(
        Rate rate,
        Group group,
        double difference,
        double ratio,
        @Nullable Interval differenceInterval,
        @Nullable Interval ratioInterval) {
    /** A rate counted among fewer rows is no basis for a statement about a group. */
    public static final int LEAST_ROWS = 10;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Compares a group with the reference. */
    public static Disparity of(Rate rate, Group group, Group reference, double confidence) {
        double mine = group.rate(rate);
        double other = reference.rate(rate);
        boolean enough = group.trials(rate) >= LEAST_ROWS && reference.trials(rate) >= LEAST_ROWS;
        return new Disparity(
                rate,
                group,
                mine - other,
                other > 0 ? mine / other : Double.NaN,
                enough ? difference(rate, group, reference, confidence) : null,
                enough ? ratio(rate, group, reference, confidence) : null);
    }

    private static @Nullable Interval difference(Rate rate, Group group, Group reference, double confidence) {
        Interval a = group.interval(rate, confidence);
        Interval b = reference.interval(rate, confidence);
        if (a == null || b == null) {
            return null;
        }
        double p = group.rate(rate);
        double q = reference.rate(rate);
        double low = p - q - Math.hypot(p - a.low(), b.high() - q);
        double high = p - q + Math.hypot(a.high() - p, q - b.low());
        return new Interval(low, high, confidence, "Newcombe");
    }

    private static Interval ratio(Rate rate, Group group, Group reference, double confidence) {
        double n = group.trials(rate);
        double m = reference.trials(rate);
        double x = group.rate(rate) * n;
        double y = reference.rate(rate) * m;
        if (x < 0.5 || y < 0.5) {
            x += 0.5;
            y += 0.5;
            n += 0.5;
            m += 0.5;
        }
        double log = Math.log(x / n / (y / m));
        double z = -NORMAL.inverseCumulativeProbability((1 - confidence) / 2);
        double half = z * Math.sqrt(Math.max(0, 1 / x - 1 / n + 1 / y - 1 / m));
        return new Interval(Math.exp(log - half), Math.exp(log + half), confidence, "Katz, log ratio");
    }
}
