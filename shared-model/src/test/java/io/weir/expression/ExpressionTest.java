package io.weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 + 2 * 3                                   | 7
            (1 + 2) * 3                                 | 9
            7 / 2                                       | 3.5
            8 / 2                                       | 4
            -7 % 4                                      | -3
            - - 3                                       | 3
            9007199254740993 + 0                        | 9007199254740993
            9223372036854775807 + 1                     | 9.223372036854776E18
            1.5e3                                       | 1500.0
            round(2.5) + round(-2.5)                    | 0
            abs(-3) + abs(-0.5)                         | 3.5
            min(3, 2.5)                                 | 2.5
            max('b', 'a')                               | b
            length('größe')                             | 5
            upper(trim('  x '))                         | X
            number('12') + 1                            | 13
            if(1 < 2, 'yes', 'no')                      | yes
            coalesce(missing, 5)                        | 5
            year('2026-11-01') * 100 + month('2026-11-01') | 202611
            weekday('2026-11-01')                       | 7
            time('2026-11-02') - time('2026-11-01T00:00:00Z') | 86400
            time('2026-11-01T00:00:00.5') - time('2026-11-01 00:00:00') | 0.5
            'it''s'                                     | it's
            1 / 0 is missing                            | true
            sqrt(-1) is missing                         | true
            2 > 1 and not 1 > 2 or 1 / 0 > 1            | true
            5 between 1 and 5                           | true
            5 not between 1 and 4                       | true
            'DE' in ('AT', 'DE')                        | true
            'FR' not in ('AT', 'DE')                    | true
            'a-1' matches '^[a-z]-[0-9]$'               | true
            'abc' not matches 'x'                       | true
            '10' > 9                                    | true
            'ten' > 9                                   | false
            'ten' != 9                                  | true
            '10' > '9'                                  | false
            0.0 == -0.0                                 | true
            9007199254740993 == 9007199254740992        | false
            'TRUE' == true                              | true
            now() >= '2026-11-01'                       | true
            contains('abc', 'bc') and starts_with('abc', 'a') and ends_with('abc', 'c') | true
            """)
    void shouldCompute(String text, String expected) {
        Expression expression = Expression.parse(text);

        assertThat(String.valueOf(expression.evaluate(MapRow.of(expression)))).isEqualTo(expected);
    }

    @Test
    void shouldReadColumnsByNameAndInBackticks() {
        Expression expression =
                Expression.parse("start <= end and `unit price` * count < 100 and start is not missing");

        assertThat(expression.columns()).containsExactly("start", "end", "unit price", "count");
        assertThat(expression.holds(MapRow.of(
                        expression, "start", "2026-01-01", "end", "2026-02-01", "unit price", "9.5", "count", 10L)))
                .isTrue();
        assertThat(expression.holds(MapRow.of(
                        expression, "start", "2026-01-01", "end", "2025-02-01", "unit price", "9.5", "count", 10L)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x > 1",
                "x + 1 == 2",
                "not x > 1",
                "x in (1, 2)",
                "x between 1 and 2",
                "x matches 'a'",
                "x > 1 and 1 < 2",
                "x > 1 or 1 > 2",
                "length(x) > 2",
                "if(x > 1, x, x) > 3"
            })
    void shouldHoldWhereTheValueIsMissing(String text) {
        Expression expression = Expression.parse(text);

        assertThat(expression.evaluate(MapRow.of(expression))).isNull();
        assertThat(expression.holds(MapRow.of(expression))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x is not missing", "x > 1 and 1 > 2", "not (x > 1 or 1 < 2)"})
    void shouldFailWhereMissingCannotSaveIt(String text) {
        Expression expression = Expression.parse(text);

        assertThat(expression.holds(MapRow.of(expression))).isFalse();
    }

    @Test
    void shouldCompareInstantsWithTexts() {
        Expression expression = Expression.parse("seen < '2026-11-01T13:00:00+01:00' and seen >= '2026-10-31'");

        assertThat(expression.holds(MapRow.of(expression, "seen", Instant.parse("2026-11-01T11:59:59Z"))))
                .isTrue();
        assertThat(expression.holds(MapRow.of(expression, "seen", Instant.parse("2026-11-01T12:00:00Z"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x = 1               | '=' at 2 has no meaning here
            x >                 | the end at 3 is not expected
            x > 1 )             | ')' at 6 is not expected
            (x > 1              | the end at 6 is not expected; allowed is ')'
            'open               | the ' at 0 has no end
            in > 1              | write `in` if it is a column
            lenght(x) > 1       | the function 'lenght' at 0 is not known; there are abs
            length(x, y)        | length at 0 takes 1 arguments, not 2
            x matches '(a'      | is not a regular expression
            x matches y         | allowed is a pattern in quotes
            x not > 1           | allowed is 'in', 'between' or 'matches' after 'not'
            x is 5              | allowed is 'missing'
            ;                   | ';' at 0 has no meaning
            """)
    void shouldSayWhatCannotBeRead(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldSayWhatCannotBeAnswered() {
        Expression sum = Expression.parse("x + 1 > 2");
        Expression value = Expression.parse("x + 1");

        assertThatThrownBy(() -> sum.holds(MapRow.of(sum, "x", "many")))
                .hasMessage("'+' needs numbers, not the text 'many'; number(x) makes what is no number missing");
        assertThatThrownBy(() -> value.holds(MapRow.of(value, "x", 1L)))
                .hasMessage("'x + 1' gives 2, not true or false");
    }

    @Test
    void shouldRefuseWhatIsTooLongOrTooDeep() {
        assertThatThrownBy(() -> Expression.parse("1".repeat(Expression.MAX_LENGTH + 1)))
                .hasMessageContaining("4097 characters, at most 4096 are allowed");
        assertThatThrownBy(() -> Expression.parse("(".repeat(2_000) + "1"))
                .hasMessageContaining("nested more than 64 deep");
        assertThatThrownBy(() -> Expression.parse("abs(".repeat(1_000) + "1"))
                .hasMessageContaining("nested more than 64 deep");
    }

    @Test
    void shouldTakeLongFlatChainsOfOperators() {
        Expression signs =
                Expression.parse("1" + " + 1".repeat(900) + " == 901 and " + "not ".repeat(10) + "false == false");

        assertThat(signs.holds(MapRow.of(signs))).isTrue();
        Expression minus = Expression.parse("-".repeat(4_000) + "1");
        assertThat(minus.evaluate(MapRow.of(minus))).isEqualTo(1L);
    }

    @Test
    void shouldEndPatternsThatGoRoundAndRound() {
        Expression expression = Expression.parse("x matches '^((a|aa)+)\\1b$'");

        assertThatThrownBy(() -> expression.holds(MapRow.of(expression, "x", "a".repeat(60) + "!")))
                .hasMessageContaining("more than 1000000 steps on a text of 61 characters");
    }

    @Test
    void shouldEndPatternsThatGoTooDeep() {
        Expression expression = Expression.parse("x matches '^(a|b)*$'");

        assertThatThrownBy(() -> expression.holds(MapRow.of(expression, "x", "ab".repeat(200_000))))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("make it simpler");
    }

    /** Whatever is thrown at it, the answer is an expression or a message, and never another exception. */
    @Test
    void shouldReadOrRefuseAnything() {
        String[] words = {
            "x", "`y z`", "1", "2.5", "'t'", "(", ")", ",", "and", "or", "not", "in", "is", "missing", "between",
            "matches", "+", "-", "*", "/", "%", "==", "<", "abs", "if", "now", "length", "true", "\"", "&", "\u0000"
        };
        Random random = new Random(42);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                Expression expression = Expression.parse(text.toString());
                read++;
                expression.evaluate(MapRow.of(expression, "x", 5L, "y z", "text"));
            } catch (ExpressionException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(100);
    }
}
