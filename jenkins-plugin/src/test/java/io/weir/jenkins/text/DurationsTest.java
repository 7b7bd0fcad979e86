package io.weir.jenkins.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"90s,PT90S", "5m,PT5M", "2h,PT2H", "1d,PT24H", "' 7 m ',PT7M", "'',PT0S"})
    void shouldReadUnits(String text, Duration expected) {
        assertThat(Durations.parse("cooldown", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "m", "-5m", "5 weeks", "1.5h", "99999999999s"})
    void shouldNameSettingValueAndForm(String text) {
        assertThatThrownBy(() -> Durations.parse("cooldown", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("cooldown", "'" + text + "'", "5m");
    }
}
