package io.weir.evaluation.trial;

import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Disturbance;
import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.FeatureTable;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.explain.ImportanceComparison;
import io.weir.evaluation.explain.Model;
import io.weir.evaluation.explain.Objective;
import io.weir.evaluation.explain.PermutationImportance;
import io.weir.evaluation.explain.Robustness;
import io.weir.evaluation.explain.ShapleySampling;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.verdict.Verdict;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Calls a model again and again with changed features: adds to a test's result what it leans on, and how it bears noise and missing
 * values. For models with one score a row, of two classes or of numbers.
 */
public final class ModelExplanation {
    private final Path root;
    private final TableOptions options;
    private final TrialSettings trial;
    private final ExplanationSettings settings;

    /**
     * An explanation with these settings.
     *
     * @param root folder that all files are in
     * @param trial of the same table
     */
    public ModelExplanation(Path root, TableOptions options, TrialSettings trial, ExplanationSettings settings) {
        this.root = root;
        this.options = options;
        this.trial = trial;
        this.settings = settings;
    }

    /** Gives a model for the features that it will be called with. */
    @FunctionalInterface
    public interface ModelSource {
        /**
         * The model.
         *
         * @param column of its answers that holds the scores
         */
        Model model(List<Feature> features, String column);
    }

    /**
     * The result of a test with importances and findings added.
     *
     * @param tested of the same table
     * @param table a file, a folder or a glob below the root
     * @throws IllegalArgumentException if the task has not one score a row, or a setting is not for it
     */
    public Evaluation added(Evaluation tested, String table, ModelSource source) throws IOException {
        Task task = Task.of(tested.task());
        if (task != Task.BINARY && task != Task.REGRESSION) {
            throw new IllegalArgumentException(
                    "explanations are of models with one score a row, of two classes or of" + " numbers; the task is "
                            + task.id() + ": leave explain out, or test one class or label as binary");
        }
        List<String> columns = new ArrayList<>(List.of(trial.roles().onlyLabel()));
        columns.addAll(settings.features());
        TableSource rows = () -> Tables.open(root, table, options);
        ColumnSurvey survey = ColumnSurvey.of(table, rows, PredictedColumns.NONE, columns);
        SampledRows sample =
                SampledRows.of(rows, columns, settings.rows(), trial.bootstrap().seed());
        if (sample.size() == 0) {
            throw new InvalidPredictionsException(table + " has no row with a label to explain the model by");
        }
        Objective objective =
                task == Task.BINARY ? binary(survey, sample, tested.decisionThreshold()) : regression(sample);
        FeatureTable features = sample.features(survey);
        Model model =
                source.model(features.features(), trial.roles().predicted().getFirst());
        return explained(tested, model, features, objective);
    }

    private Objective binary(ColumnSurvey survey, SampledRows sample, double decision) {
        String label = trial.roles().onlyLabel();
        ColumnKind kind = survey.of(label);
        String positive = BinaryLabels.positive(label, kind.values(), trial.positive(), kind.isNumeric());
        String[] labels = Arrays.stream(sample.labels())
                .map(each -> Labels.canonical(each, kind.isNumeric()))
                .toArray(String[]::new);
        BinaryMetric metric = settings.metric() == null ? BinaryMetric.ROC_AUC : BinaryMetric.named(settings.metric());
        return Objective.binary(
                BinaryLabels.flags(labels, positive),
                metric,
                Double.isNaN(decision) ? BinaryEvaluator.DEFAULT_DECISION_THRESHOLD : decision);
    }

    private Objective regression(SampledRows sample) {
        double[] labels =
                Arrays.stream(sample.labels()).mapToDouble(Labels::number).toArray();
        return Objective.regression(labels, settings.metric() == null ? "rmse" : settings.metric());
    }

    private Evaluation explained(Evaluation tested, Model model, FeatureTable features, Objective objective)
            throws IOException {
        long seed = trial.bootstrap().seed();
        if (Double.isNaN(objective.value(model.checkedScores(features.rows())))) {
            String why = objective.metric().id() + " has no value on the " + features.rows().length
                    + " rows that were drawn: " + objective.metric().whyUndefined() + "; draw more by rows.";
            return tested.toBuilder()
                    .findings(List.of(
                            new Finding("explanation", "importance", Double.NaN, Verdict.INSUFFICIENT_EVIDENCE, why)))
                    .build();
        }
        List<Finding> findings = new ArrayList<>(disturbances(model, features, objective));
        List<Importance> importances = new ArrayList<>();
        List<Importance> earlier = trial.baseline() instanceof BaselineChoice.Earlier choice
                ? Baselines.read(choice.file(), root).importances()
                : List.of();
        if (settings.permutations() > 0) {
            addBeside(
                    PermutationImportance.of(model, features, objective, settings.permutations(), seed),
                    earlier,
                    importances,
                    findings);
        }
        if (settings.shapley() > 0) {
            double[][] rows = Arrays.copyOf(features.rows(), Math.min(settings.shapley(), features.rows().length));
            addBeside(
                    ShapleySampling.of(
                            model,
                            new FeatureTable(features.features(), rows),
                            features.rows(),
                            settings.pairs(),
                            seed),
                    earlier,
                    importances,
                    findings);
        }
        return tested.toBuilder().findings(findings).importances(importances).build();
    }

    private void addBeside(
            List<Importance> own, List<Importance> earlier, List<Importance> importances, List<Finding> findings) {
        ImportanceComparison comparison = ImportanceComparison.of(own, earlier);
        importances.addAll(comparison.importances());
        if (!comparison.changes().isEmpty() || settings.agreement() > -1) {
            findings.add(comparison.finding(settings.agreement()));
        }
    }

    private List<Finding> disturbances(Model model, FeatureTable features, Objective objective) {
        List<Disturbance> disturbances = new ArrayList<>();
        if (settings.noise() > 0) {
            disturbances.add(Robustness.againstNoise(model, features, objective, settings.noise(), trial.bootstrap()));
        }
        if (settings.missing() > 0) {
            disturbances.add(
                    Robustness.againstMissing(model, features, objective, settings.missing(), trial.bootstrap()));
        }
        double most = settings.mostLoss();
        return disturbances.stream()
                .map(each -> Double.isNaN(most) ? each.finding() : each.finding(most))
                .toList();
    }
}
