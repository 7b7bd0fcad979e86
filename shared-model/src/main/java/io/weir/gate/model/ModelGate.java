package io.weir.gate.model;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.card.ModelCard;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.endpoint.ModelEndpoint;
import io.weir.evaluation.trial.BaselineChoice;
import io.weir.evaluation.trial.ModelTrial;
import io.weir.evaluation.trial.PredictedColumns;
import io.weir.gate.GateData;
import io.weir.gate.GateReference;
import io.weir.gate.JunitReport;
import io.weir.gate.files.Drafts;
import io.weir.gate.files.FileDigest;
import io.weir.gate.files.Inputs;
import io.weir.lineage.Workspace;
import io.weir.table.DataFile;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tests a model by a table of its predictions, or by asking it for them. Memory and time are those of {@link ModelTrial}. Nothing is written outside of
 * the temporary folder until all of it is known, then the outputs are put in their places.
 */
public final class ModelGate {
    private final Workspace workspace;
    private final Path temporary;
    private final ModelGateSettings settings;

    /**
     * A gate.
     *
     * @param root folder that is not left
     * @param temporary folder for drafts; must exist
     * @throws IOException if the root is not there
     */
    public ModelGate(Path root, Path temporary, ModelGateSettings settings) throws IOException {
        this.workspace = new Workspace(root);
        this.temporary = temporary;
        this.settings = settings;
    }

    /**
     * Runs.
     *
     * @param baseline where the model's baseline comes from, or null if there is none
     * @param progress takes sentences
     * @throws io.weir.table.TableException naming file, row and column of what can't be read
     * @throws IllegalArgumentException if predictions or settings do not allow the test, naming place and value
     * @throws java.io.InterruptedIOException soon after the thread is interrupted
     */
    public ModelGateReport run(@Nullable GateReference baseline, Consumer<String> progress) throws IOException {
        List<DataFile> files = Inputs.find(workspace, List.of(settings.predictions()));
        Set<Path> inputs = new HashSet<>(files.stream().map(DataFile::path).toList());
        Inputs.find(workspace, settings.trial().otherFiles()).forEach(file -> inputs.add(file.path()));
        try (Drafts drafts = new Drafts(workspace, temporary, inputs)) {
            ModelGateSettings.Outputs outputs = settings.outputs();
            Path result = outputs.result().isEmpty() ? null : drafts.draft("result", outputs.result());
            Path card = outputs.card().isEmpty() ? null : drafts.draft("card", outputs.card());
            Path junit = outputs.report().isEmpty() ? null : drafts.draft("report", outputs.report());
            String digest = settings.digest() ? FileDigest.of(workspace, files) : null;
            Evaluation evaluation = evaluate(progress);
            if (result != null) {
                Files.write(result, EvaluationJson.write(evaluation));
            }
            if (card != null) {
                Files.writeString(card, card(evaluation), StandardCharsets.UTF_8);
            }
            if (junit != null) {
                Files.writeString(
                        junit,
                        JunitReport.of(evaluation.model(), ModelFindings.of(evaluation)),
                        StandardCharsets.UTF_8);
            }
            GateData data = data(files, evaluation, digest);
            drafts.publish();
            return new ModelGateReport(data, known(baseline, evaluation), evaluation);
        }
    }

    private Evaluation evaluate(Consumer<String> progress) throws IOException {
        ModelTrial trial = new ModelTrial(workspace.root(), TableOptions.DEFAULT, settings.trial());
        ServedModel served = settings.served();
        if (served == null) {
            return trial.run(settings.predictions());
        }
        try (ModelEndpoint endpoint = ModelEndpoint.connect(served.settings(), served.policy(), served.token())) {
            PredictedColumns predicted = endpoint.predict(
                    workspace.root(),
                    settings.predictions(),
                    TableOptions.DEFAULT,
                    settings.trial().maxRows());
            Evaluation evaluation = trial.run(settings.predictions(), predicted);
            Finding latency = served.latency(endpoint.statistics());
            return settings.behaviour()
                    .added(
                            evaluation.toBuilder().findings(List.of(latency)).build(),
                            workspace.root(),
                            settings.predictions(),
                            settings.trial(),
                            endpoint::model,
                            progress);
        }
    }

    /** With the rows of a baseline that has the same as the model. */
    private @Nullable GateReference known(@Nullable GateReference baseline, Evaluation evaluation) {
        return baseline != null && settings.trial().baseline() instanceof BaselineChoice.Paired
                ? new GateReference(baseline.source(), baseline.name(), baseline.asked(), evaluation.rows())
                : baseline;
    }

    private String card(Evaluation evaluation) {
        return settings.outputs().card().toLowerCase(Locale.ROOT).endsWith(".html")
                ? ModelCard.html(evaluation)
                : ModelCard.markdown(evaluation);
    }

    private static GateData data(List<DataFile> files, Evaluation evaluation, @Nullable String digest)
            throws IOException {
        try (Table table = Tables.open(files, TableOptions.DEFAULT)) {
            return new GateData(evaluation.rows(), table.columns().size(), table.bytesTotal(), files.size(), digest);
        }
    }
}
