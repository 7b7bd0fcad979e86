package io.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.drift.distance.BinRule;
import io.weir.drift.distance.ZeroRule;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DriftSettingsReaderTest {
    @Test
    void shouldTakeDefaultsForWhatIsNotGiven() {
        assertThat(read(Map.of())).isEqualTo(DriftSettings.defaults());
    }

    @Test
    void shouldGiveEachKindOfColumnTheMeasuresThatItHas() {
        DriftSettings settings = read(Map.of("checks", List.of("ks", "psi", "unseen")));

        assertThat(settings.numeric()).containsExactly(DriftCheck.of(DriftMeasure.KS), DriftCheck.of(DriftMeasure.PSI));
        assertThat(settings.categorical())
                .containsExactly(DriftCheck.of(DriftMeasure.PSI), DriftCheck.of(DriftMeasure.UNSEEN));
    }

    @Test
    void shouldReadWhatAScriptGives() {
        DriftSettings settings = read(Map.of(
                "checks",
                Map.of("numeric", List.of(check("psi", new BigDecimal("0.25")))),
                "columns",
                Map.of("age", List.of(new StringBuilder("ks")), "id", List.of()),
                "level",
                new BigDecimal("0.01"),
                "correction",
                "holm",
                "seed",
                7));

        assertThat(settings.numeric()).containsExactly(DriftCheck.of(DriftMeasure.PSI, 0.25));
        assertThat(settings.categorical()).isEqualTo(DriftSettings.defaults().categorical());
        assertThat(settings.byColumn())
                .isEqualTo(Map.of("age", List.of(DriftCheck.of(DriftMeasure.KS)), "id", List.of()));
        assertThat(settings.level()).isEqualTo(0.01);
        assertThat(settings.correction()).isEqualTo(Correction.HOLM);
        assertThat(settings.seed()).isEqualTo(7);
    }

    @Test
    void shouldReadBinsEdgesAndZeros() {
        DriftSettings settings = read(Map.of(
                "columns",
                Map.of(
                        "a", List.of(Map.of("measure", "psi", "bins", "reference_quantiles_30", "zeros", "keep")),
                        "b", List.of(Map.of("measure", "hellinger", "edges", List.of(1, 2.5))))));

        assertThat(settings.byColumn().get("a"))
                .containsExactly(DriftCheck.of(DriftMeasure.PSI)
                        .withBins(new BinRule.ReferenceQuantiles(30))
                        .withZeros(ZeroRule.KEEP));
        assertThat(settings.byColumn().get("b"))
                .containsExactly(DriftCheck.of(DriftMeasure.HELLINGER).withBins(new BinRule.Given(List.of(1.0, 2.5))));
    }

    @Test
    void shouldReadWhatTheWriterWrites() {
        DriftSettings settings = DriftSettings.defaults()
                .withLevel(0.1)
                .withCorrection(Correction.NONE)
                .withColumn("x", List.of())
                .withColumn(
                        "y",
                        List.of(DriftCheck.of(DriftMeasure.JS_DISTANCE, 0.3)
                                .withBins(new BinRule.Given(List.of(0.0)))));

        JsonFields fields = new JsonFields(DriftSettingsWriter.write(settings), "");
        assertThat(DriftSettingsReader.read(fields)).isEqualTo(settings);
        fields.end();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldSayWhatIsWrong(Map<?, ?> settings, String message) {
        assertThatThrownBy(() -> DriftSettingsReader.read(settings, "drift"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    static List<Arguments> refused() {
        Map<String, Object> many = new HashMap<>();
        IntStream.rangeClosed(0, 10_000).forEach(i -> many.put("c" + i, List.of()));
        List<Object> nested = new ArrayList<>();
        nested.add(nested);
        return List.of(
                Arguments.of(Map.of("cheks", List.of()), "drift.cheks is unknown"),
                Arguments.of(Map.of("checks", "ks"), "drift.checks is \"ks\", must be a list"),
                Arguments.of(Map.of("checks", List.of("kss")), "drift.checks[0]: drift measure 'kss' is unknown"),
                Arguments.of(Map.of("checks", List.of(3)), "drift.checks[0] must be the name of a measure"),
                Arguments.of(Map.of("checks", List.of(check("ks", 2))), "limit of ks is 2.0, must be at least 0"),
                Arguments.of(Map.of("checks", List.of(check("ks", -1))), "drift.checks[0].limit is -1"),
                Arguments.of(
                        Map.of("checks", Map.of("numeric", List.of("unseen"))),
                        "drift.checks.numeric has 'unseen', which is no measure of numeric columns"),
                Arguments.of(
                        Map.of("checks", List.of(Map.of("measure", "psi", "bins", "given"))), "needs a list of edges"),
                Arguments.of(
                        Map.of("checks", List.of(Map.of("measure", "psi", "edges", List.of(2, 1)))), "out of order"),
                Arguments.of(
                        Map.of("checks", List.of(Map.of("measure", "psi", "bins", "reference_quantiles_1"))),
                        "must be 2 to 1000"),
                Arguments.of(Map.of("level", 0.7), "drift.level is 0.7"),
                Arguments.of(Map.of("correction", "bonferroni"), "correction 'bonferroni' is unknown"),
                Arguments.of(Map.of("columns", many), "drift.columns has 10001 entries"),
                Arguments.of(Map.of("checks", nested), "nesting depth"),
                Arguments.of(Map.of("checks", List.of(new Object())), "an object of class java.lang.Object"),
                Arguments.of(Map.of(1, 2), "drift has the key 1"));
    }

    private static Map<String, Object> check(String measure, Number limit) {
        return Map.of("measure", measure, "limit", limit);
    }

    private static DriftSettings read(Map<?, ?> settings) {
        return DriftSettingsReader.read(settings, "drift");
    }
}
