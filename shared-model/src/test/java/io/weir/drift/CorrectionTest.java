package io.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R's {@code p.adjust}. */
class CorrectionTest {
    private static final double[] P = {0.03, 0.01, 0.02, 0.5};

    @Test
    void shouldAdjustAsHolm() {
        assertThat(Correction.HOLM.adjust(P)).containsExactly(new double[] {0.06, 0.04, 0.06, 0.5}, within(1e-12));
    }

    @Test
    void shouldAdjustAsBenjaminiAndHochberg() {
        assertThat(Correction.BENJAMINI_HOCHBERG.adjust(P))
                .containsExactly(new double[] {0.04, 0.04, 0.04, 0.5}, within(1e-12));
    }

    @Test
    void shouldLeaveThemAlone() {
        assertThat(Correction.NONE.adjust(P)).containsExactly(P);
    }

    @Test
    void shouldAdjustNothing() {
        assertThat(Correction.HOLM.adjust(new double[0])).isEmpty();
    }
}
