package io.weir.gate.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.endpoint.MissingValues;
import io.weir.evaluation.explain.Disturbance;
import io.weir.evaluation.trial.CallableModel;
import io.weir.evaluation.trial.ExplanationReader;
import io.weir.evaluation.trial.ExplanationSettings;
import io.weir.evaluation.trial.ModelExplanation;
import io.weir.evaluation.trial.ModelRobustness;
import io.weir.evaluation.trial.RobustnessReader;
import io.weir.evaluation.trial.RobustnessSettings;
import io.weir.evaluation.trial.Task;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.json.InvalidJsonException;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a model that can be called is asked beyond the predictions of a table: what it leans on, and how it bears disturbed features.
 *
 * @param explanation null does not explain
 * @param robustness null does not disturb
 */
public record ModelBehaviour(
        @Nullable ExplanationSettings explanation, @Nullable RobustnessSettings robustness) {
    /** Nothing is asked. */
    public static final ModelBehaviour NONE = new ModelBehaviour(null, null);

    private static final String EXPLAIN = "explain";
    private static final String ROBUSTNESS = "robustness";

    /**
     * Reads what is asked of a served model.
     *
     * @param explain settings of {@link ExplanationReader}, or null
     * @param robustness settings of {@link RobustnessReader}, or null
     * @param served the model, or null if there is none that can be called
     * @param task that is said, or null if it is told from the data
     * @param earlier whether the baseline is an earlier result, which may have importances
     * @throws InvalidJsonException naming the field, the value and what is allowed
     * @throws IllegalArgumentException if the model or the task does not allow what is asked, saying what to do
     */
    public static ModelBehaviour read(
            @Nullable ObjectNode explain,
            @Nullable ObjectNode robustness,
            @Nullable ServedModel served,
            @Nullable Task task,
            boolean earlier) {
        ModelBehaviour read = new ModelBehaviour(
                explain == null ? null : ExplanationReader.read(explain, EXPLAIN, sent(EXPLAIN, served, task)),
                robustness == null
                        ? null
                        : RobustnessReader.read(robustness, ROBUSTNESS, sent(ROBUSTNESS, served, task)));
        if (read.explanation != null && read.explanation.comparesWithBaseline() && !earlier) {
            throw new InvalidJsonException("explain.agreement is " + read.explanation.agreement()
                    + ", but the baseline has no importances to agree with; give baseline: 'file:…' or 'build:…' of a test"
                    + " with explain, or leave agreement out");
        }
        if (read.robustness != null
                && served != null
                && read.robustness.shares().containsKey(Disturbance.Kind.MISSING)
                && served.settings().missing().kind() == MissingValues.Kind.REFUSED) {
            throw new InvalidJsonException(
                    "robustness.missing is " + read.robustness.shares().get(Disturbance.Kind.MISSING)
                            + ", but endpoint.missing is 'refuse', so that no missing value can be sent; set endpoint.missing to a"
                            + " number, or to 'null' if the server reads it");
        }
        return read;
    }

    private static List<String> sent(String what, @Nullable ServedModel served, @Nullable Task task) {
        if (served == null) {
            throw new IllegalArgumentException(
                    what + " needs a model that can be called with changed features, and endpoint"
                            + " is missing; give endpoint: [url: …, features: […]], or leave " + what + " out");
        }
        if (task != null) {
            ModelExplanation.requireOneScore(what, task);
        }
        return served.settings().features();
    }

    /** The same without what needs a baseline. */
    ModelBehaviour withoutBaseline() {
        return explanation == null ? this : new ModelBehaviour(explanation.withoutBaseline(), robustness);
    }

    /**
     * The result of a test with what was asked added.
     *
     * @param table a file, a folder or a glob below the root
     */
    Evaluation added(
            Evaluation tested,
            Path root,
            String table,
            TrialSettings trial,
            CallableModel model,
            Consumer<String> progress)
            throws IOException {
        Evaluation result = tested;
        if (explanation != null) {
            result = new ModelExplanation(root, TableOptions.DEFAULT, trial, table, explanation, progress)
                    .added(result, model);
        }
        if (robustness != null) {
            result = new ModelRobustness(root, TableOptions.DEFAULT, trial, table, robustness, progress)
                    .added(result, model);
        }
        return result;
    }
}
