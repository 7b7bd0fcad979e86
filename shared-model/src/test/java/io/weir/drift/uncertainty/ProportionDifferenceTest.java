package io.weir.drift.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ProportionDifferenceTest {
    /** Against a huge reference it is a binomial test; with so few hits a z-test would say 0.0002. */
    @Test
    void shouldComeNearTheExactBinomialTail() {
        double exact = BinomialDistribution.of(50, 0.01).survivalProbability(2);

        assertThat(ProportionDifference.increase(0, 1e9, 3, 50).exceedance(0.01))
                .isBetween(exact, 2 * exact);
    }

    /** Without a hit in m rows, a share of 3 / m is refused at 5 %: the rule of three, give or take the correction. */
    @Test
    void shouldFollowTheRuleOfThree() {
        ProportionDifference nothing = ProportionDifference.increase(0, 1e9, 0, 300);

        assertThat(nothing.shortfall(0.005)).isGreaterThan(0.05);
        assertThat(nothing.shortfall(0.015)).isLessThan(0.05);
    }

    @Test
    void shouldBeTheTwoSidedTestAtLimitZero() {
        // 100 of 1,000 against 130 of 1,000: pooled z is 2.103 (p 0.0355), with half a row less 2.068 (p 0.0386).
        assertThat(ProportionDifference.absolute(100, 1000, 130, 1000).exceedance(0))
                .isBetween(0.0355, 0.0386);
    }

    @Test
    void shouldTreatBothDirectionsAlike() {
        double up = ProportionDifference.absolute(100, 1000, 160, 1000).exceedance(0.03);
        double down = ProportionDifference.absolute(160, 1000, 100, 1000).exceedance(0.03);

        assertThat(up).isCloseTo(down, within(1e-3));
    }

    @Test
    void shouldCountADecreaseAsNoIncrease() {
        assertThat(ProportionDifference.increase(300, 1000, 100, 1000).exceedance(0))
                .isGreaterThan(0.999);
    }
}
