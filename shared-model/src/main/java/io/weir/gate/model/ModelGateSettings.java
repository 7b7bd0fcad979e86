package io.weir.gate.model;

import io.weir.evaluation.trial.TrialSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a gate for models is asked to do. All paths are relative to the root folder that it is given, and none leads out of it.
 *
 * @param predictions a file, a folder or a pattern of the table of predictions, or of the rows that a served model is asked about
 * @param served the model that is asked, or null if the table has its predictions
 * @param behaviour what a served model is asked beside its predictions
 * @param trial how the model is tested
 * @param digest whether the files are hashed, which reads them once more
 * @param outputs files to write
 */
public record ModelGateSettings(
        String predictions,
        @Nullable ServedModel served,
        ModelBehaviour behaviour,
        TrialSettings trial,
        boolean digest,
        Outputs outputs) {
    /**
     * Files to write; empty for none.
     *
     * @param result the whole result as JSON
     * @param card the model card: HTML if the name ends in {@code .html}, else Markdown
     * @param report the findings as JUnit XML
     */
    public record Outputs(String result, String card, String report) {
        /** None of them. */
        public static final Outputs NONE = new Outputs("", "", "");
    }

    /** The same with another trial. */
    public ModelGateSettings with(TrialSettings other) {
        return new ModelGateSettings(predictions, served, behaviour, other, digest, outputs);
    }

    /** The same without a baseline and what needs one. */
    public ModelGateSettings withoutBaseline() {
        return new ModelGateSettings(
                predictions, served, behaviour.withoutBaseline(), trial.withoutBaseline(), digest, outputs);
    }
}
