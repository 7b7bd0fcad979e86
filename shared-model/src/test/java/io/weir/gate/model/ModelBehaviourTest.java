package io.weir.gate.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.endpoint.NetworkPolicy;
import io.weir.evaluation.trial.ExplanationSettings;
import io.weir.evaluation.trial.RobustnessSettings;
import io.weir.evaluation.trial.Task;
import io.weir.json.InvalidJsonException;
import io.weir.json.PlainJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelBehaviourTest {
    private static final ObjectNode NOTHING = settings(Map.of());

    @Test
    void shouldAskWithTheDefaultsAboutAllFeaturesThatAreSent() {
        ModelBehaviour read =
                ModelBehaviour.read(NOTHING, settings(Map.of("noise", 0.1)), served(Map.of()), Task.BINARY, false);

        ExplanationSettings explanation = requireNonNull(read.explanation());
        assertThat(explanation.features()).containsExactly("age", "country");
        assertThat(explanation.predictions(500)).isEqualTo(500 + 500 * (1 + 2 * 5) + 2 * 30 * 10 * 2);
        RobustnessSettings robustness = requireNonNull(read.robustness());
        assertThat(robustness.features()).containsExactly("age", "country");
        assertThat(robustness.predictions(2_000)).isEqualTo(4_000);
        assertThat(ModelBehaviour.read(null, null, null, null, false)).isEqualTo(ModelBehaviour.NONE);
    }

    @Test
    void shouldRefuseWithoutAModelThatCanBeCalled() {
        assertThatThrownBy(() -> ModelBehaviour.read(NOTHING, null, null, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "explain needs a model that can be called with changed features, and endpoint is missing; give"
                                + " endpoint: [url: …, features: […]], or leave explain out");
        assertThatThrownBy(() -> ModelBehaviour.read(null, NOTHING, null, null, false))
                .hasMessageStartingWith("robustness needs a model that can be called");
    }

    @Test
    void shouldRefuseTasksOfSeveralScores() {
        assertThatThrownBy(() -> ModelBehaviour.read(NOTHING, null, served(Map.of()), Task.RANKING, false))
                .hasMessage(
                        "explain is for models with one score a row, of two classes or of numbers; the task is ranking:"
                                + " leave explain out, or test one class or label as binary");
    }

    @Test
    void shouldAskForAgreementOnlyWithAnEarlierResult() {
        ObjectNode agreement = settings(Map.of("agreement", 0.8));

        ModelBehaviour read = ModelBehaviour.read(agreement, null, served(Map.of()), null, true);

        assertThat(requireNonNull(read.explanation()).comparesWithBaseline()).isTrue();
        assertThat(requireNonNull(read.withoutBaseline().explanation()).comparesWithBaseline())
                .isFalse();
        assertThatThrownBy(() -> ModelBehaviour.read(agreement, null, served(Map.of()), null, false))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessage(
                        "explain.agreement is 0.8, but the baseline has no importances to agree with; give baseline:"
                                + " 'file:…' or 'build:…' of a test with explain, or leave agreement out");
    }

    @Test
    void shouldNotRemoveValuesThatTheEndpointCanNotDoWithout() {
        ObjectNode missing = settings(Map.of("missing", 0.1));

        assertThat(ModelBehaviour.read(null, missing, served(Map.of("missing", -1)), null, false)
                        .robustness())
                .isNotNull();
        assertThatThrownBy(() -> ModelBehaviour.read(null, missing, served(Map.of()), null, false))
                .hasMessage(
                        "robustness.missing is [0.1], but endpoint.missing is 'refuse', so that no missing value can be"
                                + " sent; set endpoint.missing to a number, or to 'null' if the server reads it");
    }

    private static ObjectNode settings(Map<String, ?> settings) {
        return PlainJson.object(settings, "settings");
    }

    private static ServedModel served(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(
                Map.of("url", "http://127.0.0.1:9", "model", "churn", "features", List.of("age", "country")));
        all.putAll(more);
        @Nullable String token = null;
        return ServedModel.read(settings(all), "endpoint", NetworkPolicy.LOCAL, token);
    }
}
