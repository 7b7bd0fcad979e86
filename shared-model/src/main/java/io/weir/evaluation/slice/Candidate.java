package io.weir.evaluation.slice;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A part of the rows that the search looks at.
 *
 * @param all of the rows, those of the part among them
 */
record Candidate(List<Condition> conditions, int[] rows, LossMoments inside, LossMoments all) {
    static final Comparator<Candidate> WEAKEST_FIRST =
            Comparator.comparingDouble(Candidate::tStatistic).reversed();

    private LossMoments outside() {
        return all.without(inside);
    }

    double tStatistic() {
        LossMoments outside = outside();
        double gap = inside.mean() - outside.mean();
        double error = Math.sqrt(inside.variance() / inside.count() + outside.variance() / outside.count());
        return error > 0 ? gap / error : gap == 0 ? 0 : Math.copySign(Double.MAX_VALUE, gap);
    }

    /** One-sided, that the part loses no more than the others. */
    double pValue() {
        LossMoments outside = outside();
        double a = inside.variance() / inside.count();
        double b = outside.variance() / outside.count();
        if (!(a + b > 0)) {
            return tStatistic() > 0 ? 0 : 1;
        }
        double degrees = (a + b) * (a + b) / (a * a / (inside.count() - 1) + b * b / (outside.count() - 1));
        return TDistribution.of(degrees).survivalProbability(tStatistic());
    }

    private double effect() {
        LossMoments outside = outside();
        double pooled = Math.sqrt((inside.variance() + outside.variance()) / 2);
        double gap = inside.mean() - outside.mean();
        return pooled > 0 ? gap / pooled : gap == 0 ? 0 : Math.copySign(Double.MAX_VALUE, gap);
    }

    WeakSlice result(double adjusted) {
        return new WeakSlice(
                conditions, inside.count(), inside.mean(), outside().mean(), effect(), pValue(), adjusted);
    }
}
