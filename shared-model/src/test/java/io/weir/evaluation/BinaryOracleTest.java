package io.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.evaluation.interval.BinarySample;
import io.weir.evaluation.interval.BinaryScans;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every binary metric against scikit-learn's value. */
class BinaryOracleTest {
    private static final double TOLERANCE = 1e-12;

    static List<JsonNode> cases() {
        return Oracles.cases("binary.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldAgreeWithScikitLearn(JsonNode oracle) {
        BinarySample sample = new BinaryScans(scores(oracle), ScoreOrder.of(scores(oracle)), threshold(oracle)).all();

        JsonNode expected = oracle.get("expected");
        for (BinaryMetric metric : BinaryMetric.values()) {
            if (expected.has(metric.id())) {
                assertThat(sample.value(metric))
                        .as(metric.id() + " of " + oracle.get("name"))
                        .isCloseTo(expected.get(metric.id()).doubleValue(), within(TOLERANCE));
            } else if (metric != BinaryMetric.LIFT_10) {
                assertThat(sample.value(metric)).as(metric.id()).isNaN();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldCountAsScikitLearnDoes(JsonNode oracle) {
        Confusion confusion = Confusion.at(threshold(oracle), scores(oracle));

        assertThat(Map.of(
                        "tp", confusion.truePositives(),
                        "fp", confusion.falsePositives(),
                        "fn", confusion.falseNegatives(),
                        "tn", confusion.trueNegatives()))
                .allSatisfy((cell, weight) -> assertThat(weight)
                        .isCloseTo(oracle.get("expected").get(cell).doubleValue(), within(1e-9)));
    }

    private static BinaryScores scores(JsonNode oracle) {
        return BinaryScores.weighted(
                Oracles.bytes(oracle.get("labels")),
                Oracles.numbers(oracle.get("scores")),
                Oracles.doubles(oracle.get("weights")));
    }

    private static double threshold(JsonNode oracle) {
        return oracle.get("threshold").doubleValue();
    }
}
