package io.weir.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcessTest {
    private static Excess excess(double value) {
        return new Excess(0, value, 20, 12, 31, 0.9, false);
    }

    @Test
    void shouldSayWhatWasSeenAndExpected() {
        assertThat(excess(840).sentence(3, 3))
                .isEqualTo("rose to 840, expected 12 to 31 (75× the band's half width), for 3 intervals");
        assertThat(excess(-4).sentence(2, 4))
                .isEqualTo("fell to -4, expected 12 to 31 (3.0× the band's half width), in 2 of 4 intervals");
        assertThat(excess(1e9).sentence(1, 1)).contains("more than 1000×").endsWith("for 1 interval");
    }

    @ParameterizedTest
    @CsvSource({"32, LOW", "43, MEDIUM", "65, HIGH", "109, CRITICAL", "-4, MEDIUM"})
    void shouldGrowInSeverityWithTheDistance(double value, Severity severity) {
        assertThat(excess(value).severity(1)).isEqualTo(severity);
    }

    @Test
    void shouldTakeALastingChangeOfAConstantForHigh() {
        Excess excess = new Excess(0, 6, 5, 5, 5, 0.9, true);

        assertThat(excess.severity(1)).isEqualTo(Severity.MEDIUM);
        assertThat(excess.severity(2)).isEqualTo(Severity.HIGH);
        assertThat(excess.sentence(1, 1)).isEqualTo("rose to 6, was constant at 5, for 1 interval");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12.3456, 12.35", "12, 12", "1234567, 1234567", "0.00001234, 0.00001234", "2.5e12, 2.5E+12"})
    void shouldWriteNumbersAsPeopleDo(double value, String text) {
        assertThat(Numbers.shortest(value)).isEqualTo(text);
    }
}
