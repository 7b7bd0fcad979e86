package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: scipy 1.17.1, binomtest(k, n).proportion_ci(0.95, method). */
class ProportionsTest {
    @Test
    void shouldAgreeWithScipyOnWilson() {
        Interval interval = Proportions.wilson(81, 263, 0.95);

        assertThat(interval.low()).isCloseTo(0.2552885198782742, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.36620957698280004, within(1e-12));
    }

    @Test
    void shouldAgreeWithScipyOnClopperPearson() {
        Interval interval = Proportions.clopperPearson(81, 263, 0.95);

        assertThat(interval.low()).isCloseTo(0.25273674558504267, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.36762192260134746, within(1e-9));
    }

    @Test
    void shouldStayWithinZeroAndOne() {
        assertThat(Proportions.clopperPearson(0, 10, 0.95).low()).isZero();
        // The rule of three, exactly: 1 - 0.025^(1/10).
        assertThat(Proportions.clopperPearson(0, 10, 0.95).high()).isCloseTo(0.30849710781876083, within(1e-10));
        assertThat(Proportions.wilson(10, 10, 0.95).high()).isEqualTo(1);
    }

    @Test
    void shouldRefuseMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> Proportions.wilson(11, 10, 0.95))
                .hasMessageContaining("11.0 successes in 10.0 trials");
    }
}
