package io.weir.drift.twosample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: SciPy 1.17.1, each by the function named. */
class TwoSampleTestsTest {
    private static final double[] A = {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0};
    private static final double[] B = {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8};
    private static final long[] REFERENCE = {16, 18, 16, 14, 12, 12};
    private static final long[] CURRENT = {16, 16, 16, 16, 16, 8};

    /** {@code ks_2samp(method="exact")}. */
    @Test
    void shouldTestKolmogorovSmirnovExactly() {
        check(TwoSampleTests.kolmogorovSmirnovExact(A, B), 0.625, 0.08702408702408701);
    }

    /** {@code chi2_contingency(correction=False)}. */
    @Test
    void shouldTestHomogeneity() {
        check(TwoSampleTests.chiSquareOfHomogeneity(REFERENCE, CURRENT), 1.6224089635854342, 0.8985262394026607);
    }

    /** {@code chisquare(current, scaled reference)}. */
    @Test
    void shouldTestAgainstTheReference() {
        check(TwoSampleTests.chiSquareAgainstReference(REFERENCE, CURRENT), 3.1746031746031744, 0.6730876006966301);
    }

    /** {@code power_divergence(lambda_="log-likelihood")}. */
    @Test
    void shouldTestLikelihoodRatio() {
        check(TwoSampleTests.gAgainstReference(REFERENCE, CURRENT), 3.222332011706807, 0.6657519578484128);
    }

    /** {@code ttest_ind}. */
    @Test
    void shouldTestMeans() {
        check(TwoSampleTests.studentT(A, B), 1.8594523396226919, 0.08410572024397057);
    }

    /** {@code mannwhitneyu(method="exact")}. */
    @Test
    void shouldTestRanks() {
        check(TwoSampleTests.mannWhitney(A, B), 49.0, 0.08298368298368297);
    }

    /** {@code anderson_ksamp(midrank=True)}. */
    @Test
    void shouldTestWithWeightOnTheTails() {
        check(AndersonDarling.test(A, B), 1.7183096744360893, 0.06351467728760844);
    }

    /** {@code epps_singleton_2samp}. */
    @Test
    void shouldTestCharacteristicFunctions() {
        check(EppsSingleton.test(A, B), 3.981988619558068, 0.4084489129581558);
    }

    /** {@code fisher_exact}. */
    @Test
    void shouldTestFourCells() {
        check(TwoSampleTests.fisherExact(new long[] {45, 45}, new long[] {30, 60}), 2.0, 0.033972274322700745);
    }

    /** {@code scipy.special.kolmogorov(1.5)}. */
    @Test
    void shouldKnowKolmogorovsDistribution() {
        check(new TestResult("", 0, 0, Kolmogorov.survival(1.5)), 0, 0.022217962616525127);
    }

    /** {@code scipy.special.kolmogorov(0.7)}. */
    @Test
    void shouldKnowKolmogorovsDistributionBelowOne() {
        check(new TestResult("", 0, 0, Kolmogorov.survival(0.7)), 0, 0.7112351950296893);
    }

    /** By the formula, with {@code norm.sf}. */
    @Test
    void shouldTestTwoProportions() {
        check(TwoSampleTests.twoProportions(20, 200, 45, 300), 1.6286558549611403, 0.10338589292962287);
    }

    @Test
    void shouldRefuseAndersonDarlingWithoutSpread() {
        assertThatThrownBy(() -> AndersonDarling.test(new double[] {1}, new double[] {1}))
                .hasMessageContaining("two different ones");
    }

    @Test
    void shouldRefuseEppsSingletonOfFewValues() {
        assertThatThrownBy(() -> EppsSingleton.test(new double[] {1, 2}, B)).hasMessageContaining("at least 5");
    }

    private static void check(TestResult result, double statistic, double pValue) {
        assertThat(result.statistic()).isCloseTo(statistic, within(1e-9));
        assertThat(result.pValue()).isCloseTo(pValue, within(1e-9));
    }
}
