package io.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearnedThresholdTest {
    @Test
    void shouldReachThreeDeviationsUpAndDown() {
        LearnedThreshold threshold = LearnedThreshold.of(new double[] {0.4, 0.6}, 0, 1);

        assertThat(threshold.lower()).isCloseTo(0.2, within(1e-12));
        assertThat(threshold.upper()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void shouldNotLeaveWhatIsPossible() {
        assertThat(LearnedThreshold.of(new double[] {0, 1}, 0, 1)).isEqualTo(new LearnedThreshold(0, 1));
    }

    @Test
    void shouldAlertOutside() {
        assertThat(new LearnedThreshold(0.2, 0.4).alerts(0.5)).isTrue();
        assertThat(new LearnedThreshold(0.2, 0.4).alerts(0.4)).isFalse();
    }

    @Test
    void shouldNeedAChunk() {
        assertThatThrownBy(() -> LearnedThreshold.of(new double[0], 0, 1)).hasMessageContaining("no chunk");
    }
}
