package io.weir.jenkins.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay*|payments|true",
                "pay*|repay|false",
                "*|anything|true",
                "p?y|pay|true",
                "p?y|py|false",
                "*a*b*c|xxaxxbxxc|true",
                "*a*b*c|xxaxxcxxb|false",
                "a, b ,c*|cat|true",
                "team/*|team/folder/job|true",
                "Pay*|payments|false",
                "regex:pay(ments)?(out)?|payout|true",
                "regex:pay|payout|false",
                "regex:a,b|a,b|true",
            })
    void shouldMatchWholeTexts(String pattern, String text, boolean expected) {
        assertThat(TextPattern.anyOf(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void shouldMatchNothingIfEmpty() {
        assertThat(TextPattern.anyOf("").matches("")).isFalse();
        assertThat(TextPattern.anyOf(" , \n").matches("x")).isFalse();
    }

    @Test
    void shouldGiveUpOnRegularExpressionThatTakesTooLong() {
        TextPattern evil = TextPattern.anyOf("regex:(x+x+)+y");
        Instant start = Instant.now();

        assertThat(evil.matches("x".repeat(5_000))).isFalse();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void shouldMatchGlobOfManyStarsInTime() {
        Instant start = Instant.now();

        assertThat(TextPattern.anyOf("*a".repeat(200) + "b").matches("a".repeat(10_000)))
                .isFalse();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void shouldSayWhatIsWrongWithRegularExpression() {
        assertThatThrownBy(() -> TextPattern.anyOf("regex:(a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'(a'");
    }
}
