package io.weir.evaluation.trial;

import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.explain.CountedModel;
import io.weir.evaluation.explain.FeatureTable;
import io.weir.evaluation.explain.Model;
import io.weir.evaluation.explain.Objective;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.verdict.Numbers;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rows that a model is called with, and what its scores of them are judged by.
 *
 * @param objectives one for each metric
 */
record CalledRows(FeatureTable table, Model model, List<Objective> objectives) {
    /**
     * Where rows come from.
     *
     * @param root folder that all files are in
     * @param table a file, a folder or a glob below the root
     * @param trial of the same table
     */
    record Source(Path root, TableOptions options, TrialSettings trial, String table) {}

    /**
     * Draws rows.
     *
     * @param what they are for: "explain"
     * @param tested by the same trial
     * @param sent features that the model is given
     * @param metrics ids; empty is the task's main one
     * @throws IllegalArgumentException if the task has not one score a row, or no such metric
     */
    static CalledRows draw(
            String what,
            Source source,
            Evaluation tested,
            List<String> sent,
            int most,
            List<String> metrics,
            CallableModel model)
            throws IOException {
        Task task = requireOneScore(what, Task.of(tested.task()));
        Roles roles = source.trial().roles();
        List<String> columns = new ArrayList<>(List.of(roles.onlyLabel()));
        columns.addAll(sent);
        TableSource rows = () -> Tables.open(source.root(), source.table(), source.options());
        ColumnSurvey survey = ColumnSurvey.of(source.table(), rows, PredictedColumns.NONE, columns);
        Room.requireDrawn(what, Math.min(survey.rows(), most), columns.size());
        SampledRows sample =
                SampledRows.of(rows, columns, most, source.trial().bootstrap().seed());
        if (sample.size() == 0) {
            throw new InvalidPredictionsException(
                    source.table() + " has no row with a label to call the model with; leave " + what + " out");
        }
        List<Objective> objectives = objectives(
                what,
                () -> task == Task.BINARY
                        ? binary(source.trial(), survey, sample, tested, metrics)
                        : numbers(sample, metrics));
        FeatureTable table = sample.features(survey);
        return new CalledRows(
                table, model.model(table.features(), roles.predicted().getFirst()), objectives);
    }

    /**
     * The task.
     *
     * @throws IllegalArgumentException if it has not one score a row
     */
    static Task requireOneScore(String what, Task task) {
        if (task != Task.BINARY && task != Task.REGRESSION) {
            throw new IllegalArgumentException(
                    what + " is for models with one score a row, of two classes or of numbers; the task is " + task.id()
                            + ": leave " + what + " out, or test one class or label as binary");
        }
        return task;
    }

    /** Their errors name what asked for the metric. */
    private static List<Objective> objectives(String what, Supplier<List<Objective>> objectives) {
        try {
            return objectives.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }

    private static List<Objective> binary(
            TrialSettings trial, ColumnSurvey survey, SampledRows sample, Evaluation tested, List<String> metrics) {
        String label = trial.roles().onlyLabel();
        ColumnKind kind = survey.of(label);
        String positive = BinaryLabels.positive(label, kind.values(), trial.positive(), kind.isNumeric());
        byte[] labels = BinaryLabels.flags(
                Arrays.stream(sample.labels())
                        .map(each -> Labels.canonical(each, kind.isNumeric()))
                        .toArray(String[]::new),
                positive);
        double decision = Double.isNaN(tested.decisionThreshold())
                ? BinaryEvaluator.DEFAULT_DECISION_THRESHOLD
                : tested.decisionThreshold();
        return (metrics.isEmpty() ? List.of(BinaryMetric.ROC_AUC.id()) : metrics)
                .stream()
                        .map(metric -> Objective.binary(labels, BinaryMetric.named(metric), decision))
                        .toList();
    }

    private static List<Objective> numbers(SampledRows sample, List<String> metrics) {
        double[] labels =
                Arrays.stream(sample.labels()).mapToDouble(Labels::number).toArray();
        return (metrics.isEmpty() ? List.of("rmse") : metrics)
                .stream().map(metric -> Objective.regression(labels, metric)).toList();
    }

    /**
     * The same rows for a model that counts what it is asked; says how much that will be.
     *
     * @param what the parameter, which begins each sentence
     * @param planned predictions
     * @param how what is done with the rows
     */
    CalledRows counted(String what, long planned, String how, Consumer<String> progress) {
        progress.accept(
                what + ": " + Numbers.count(planned) + " predictions of " + Numbers.count(size()) + " rows, " + how);
        return new CalledRows(table, new CountedModel(model, what, planned, progress), objectives);
    }

    int size() {
        return table.rows().length;
    }

    /** What calls a model. */
    @FunctionalInterface
    interface Calling<T> {
        T called() throws IOException;
    }

    /**
     * Calls a model that may fail.
     *
     * @throws IOException naming what was done, where the model threw an {@link UncheckedIOException}
     * @throws InterruptedIOException as it is
     */
    static <T> T calling(String what, Calling<T> calling) throws IOException {
        try {
            return calling.called();
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof InterruptedIOException) {
                throw cause;
            }
            throw new IOException(what + ": " + cause.getMessage(), cause);
        }
    }
}
