package io.weir.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamiliarPeaksTest {
    private static FamiliarPeaks after(int intervals, int every, int length, double distance) {
        FamiliarPeaks peaks = new FamiliarPeaks();
        for (int i = 0; i < intervals; i++) {
            peaks.observe(i, i % every >= every - length ? distance : 0);
        }
        peaks.observe(intervals, 0);
        return peaks;
    }

    @Test
    void shouldKnowWhatHappensInMoreThanOneOfAHundredIntervals() {
        assertThat(after(2_000, 50, 1, 7).familiar(2_001)).isEqualTo(7);
    }

    @Test
    void shouldNotKnowWhatHappensLessOften() {
        assertThat(after(2_000, 150, 1, 7).familiar(2_001)).isZero();
    }

    @Test
    void shouldCountALongExcursionOnce() {
        assertThat(after(2_000, 500, 100, 7).familiar(2_001)).isZero();
    }

    @Test
    void shouldForget() {
        FamiliarPeaks peaks = after(2_000, 50, 1, 7);
        for (int i = 2_001; i < 3_100; i++) {
            peaks.observe(i, 0);
        }
        assertThat(peaks.familiar(3_100)).isZero();
    }

    @Test
    void shouldKnowOnlyThoseAtLeastAsFar() {
        FamiliarPeaks peaks = new FamiliarPeaks();
        for (int i = 0; i < 1_000; i++) {
            peaks.observe(i, i % 20 == 0 ? i % 200 == 0 ? 100 : 5 : 0);
        }
        assertThat(peaks.familiar(1_000)).isEqualTo(5);
    }
}
