package io.weir.drift.twosample;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;

/**
 * Two-sample tests by name. Counts are rows per category, in the same order on both sides. All are two-sided unless they say
 * otherwise.
 */
public final class TwoSampleTests {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private TwoSampleTests() {}

    /** Kolmogorov-Smirnov with the exact p-value; ties are counted as they are. Cost grows with n m: for up to 10,000 rows. */
    public static TestResult kolmogorovSmirnovExact(double[] reference, double[] current) {
        var result =
                KolmogorovSmirnovTest.withDefaults().with(PValueMethod.EXACT).test(reference, current);
        return new TestResult(
                "Kolmogorov-Smirnov, exact", result.getStatistic(), Double.NaN, clamped(result.getPValue()));
    }

    /** Kolmogorov-Smirnov with the asymptotic p-value, from the statistic: see {@link Kolmogorov}. */
    public static TestResult kolmogorovSmirnovAsymptotic(double statistic, double referenceCount, double currentCount) {
        double size = referenceCount * currentCount / (referenceCount + currentCount);
        return new TestResult(
                "Kolmogorov-Smirnov, asymptotic", statistic, Double.NaN, Kolmogorov.exceedance(statistic, size));
    }

    /** Pearson's χ² of homogeneity over the two rows of a contingency table, without Yates' correction. */
    public static TestResult chiSquareOfHomogeneity(long[] reference, long[] current) {
        double n = sum(reference);
        double m = sum(current);
        double statistic = 0;
        int cells = 0;
        for (int i = 0; i < reference.length; i++) {
            double both = reference[i] + current[i];
            if (both > 0) {
                cells++;
                double expected = both * m / (n + m);
                double expectedReference = both - expected;
                statistic += square(current[i] - expected) / expected
                        + square(reference[i] - expectedReference) / expectedReference;
            }
        }
        return chiSquare("χ² of homogeneity, no Yates correction", statistic, cells - 1);
    }

    /** Pearson's χ² of the current side against the reference taken as known, scaled to the current rows: as Evidently. */
    public static TestResult chiSquareAgainstReference(long[] reference, long[] current) {
        double scale = sum(current) / (double) sum(reference);
        double statistic = 0;
        for (int i = 0; i < reference.length; i++) {
            double expected = reference[i] * scale;
            statistic += expected == current[i] ? 0 : square(current[i] - expected) / expected;
        }
        return chiSquare("χ² against the reference as known", statistic, reference.length - 1);
    }

    /** Likelihood-ratio (G) test of the current side against the reference taken as known, scaled: as Evidently. */
    public static TestResult gAgainstReference(long[] reference, long[] current) {
        double scale = sum(current) / (double) sum(reference);
        double statistic = 0;
        for (int i = 0; i < reference.length; i++) {
            statistic += current[i] == 0 ? 0 : 2 * current[i] * Math.log(current[i] / (reference[i] * scale));
        }
        return chiSquare("G against the reference as known", statistic, reference.length - 1);
    }

    /** Two proportions: z with the pooled standard error. */
    public static TestResult twoProportions(
            long referenceHits, long referenceCount, long currentHits, long currentCount) {
        double pooled = (referenceHits + currentHits) / (double) (referenceCount + currentCount);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / referenceCount + 1.0 / currentCount));
        double difference = currentHits / (double) currentCount - referenceHits / (double) referenceCount;
        double z = difference == 0 ? 0 : difference / error;
        return new TestResult(
                "two proportions, pooled z", z, Double.NaN, clamped(2 * NORMAL.survivalProbability(Math.abs(z))));
    }

    /** Mann-Whitney U: asymptotic with correction for ties and continuity where there are ties or more than 50 rows. */
    public static TestResult mannWhitney(double[] reference, double[] current) {
        var result = MannWhitneyUTest.withDefaults().test(reference, current);
        return new TestResult("Mann-Whitney U", result.getStatistic(), Double.NaN, clamped(result.getPValue()));
    }

    /**
     * Mann-Whitney U towards the side on which the samples differ: what SciPy gave before 1.7, and what Evidently's tests print.
     */
    public static TestResult mannWhitneyOneSided(double[] reference, double[] current) {
        MannWhitneyUTest test = MannWhitneyUTest.withDefaults();
        var less = test.with(AlternativeHypothesis.LESS_THAN).test(reference, current);
        var greater = test.with(AlternativeHypothesis.GREATER_THAN).test(reference, current);
        double p = clamped(Math.min(less.getPValue(), greater.getPValue()));
        return new TestResult("Mann-Whitney U, one-sided", less.getStatistic(), Double.NaN, p);
    }

    /** Student's t with pooled variance, as SciPy's and Evidently's default. */
    public static TestResult studentT(double[] reference, double[] current) {
        var result = TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC).test(reference, current);
        return new TestResult(
                "Student's t, pooled variance",
                result.getStatistic(),
                result.getDegreesOfFreedom(),
                clamped(result.getPValue()));
    }

    /** Fisher's exact test of a 2 × 2 table. */
    public static TestResult fisherExact(long[] reference, long[] current) {
        int[][] table = {
            {Math.toIntExact(reference[0]), Math.toIntExact(reference[1])},
            {Math.toIntExact(current[0]), Math.toIntExact(current[1])}
        };
        var result = FisherExactTest.withDefaults().test(table);
        return new TestResult("Fisher's exact", result.getStatistic(), Double.NaN, clamped(result.getPValue()));
    }

    private static TestResult chiSquare(String method, double statistic, int degreesOfFreedom) {
        double p = degreesOfFreedom < 1
                ? 1
                : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
        return new TestResult(method, statistic, degreesOfFreedom, p);
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static double square(double x) {
        return x * x;
    }

    private static double clamped(double p) {
        return Math.max(0, Math.min(1, p));
    }
}
