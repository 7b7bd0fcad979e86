package io.weir.jenkins.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StormTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final StormLimit TWO_A_MINUTE = new StormLimit(2, Duration.ofMinutes(1));

    private final StormGauge gauge = new StormGauge();

    @Test
    void shouldGatherFromTheFirstOneAboveTheLimitOn() {
        assertThat(admit(0)).isEqualTo(at(0));
        assertThat(admit(1)).isEqualTo(at(1));
        assertThat(admit(2)).isEqualTo(at(62));
        assertThat(admit(50)).isEqualTo(at(62));
    }

    @Test
    void shouldAdmitAgainWhenTheWindowHasPassed() {
        admit(0);
        admit(1);

        assertThat(admit(61)).isEqualTo(at(61));
    }

    @Test
    void shouldAdmitAgainAfterStorm() {
        for (int second = 0; second < 5; second++) {
            admit(second);
        }

        assertThat(admit(62)).isEqualTo(at(62));
    }

    @Test
    void shouldReadLimit() {
        assertThat(StormLimit.parse("20 / 1m")).isEqualTo(new StormLimit(20, Duration.ofMinutes(1)));
        assertThat(StormLimit.parse(" ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20/", "/1m", "0/1m", "20/0s", "20 in 1m"})
    void shouldNameValueAndForm(String text) {
        assertThatThrownBy(() -> StormLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("storm is '" + text + "'");
    }

    private Instant admit(int second) {
        return gauge.admit(TWO_A_MINUTE, at(second));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
