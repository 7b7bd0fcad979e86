package io.weir.evaluation.trial;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.interval.IndependentDifference;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import io.weir.table.DataFile;
import io.weir.table.DataFiles;
import io.weir.table.TableException;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the model is compared with: another model's predictions of the same rows, or the result of an earlier test. */
final class Baselines {
    private final Path root;
    private final TableOptions options;
    private final TrialSettings settings;

    Baselines(Path root, TableOptions options, TrialSettings settings) {
        this.root = root;
        this.options = options;
        this.settings = settings;
    }

    /**
     * Columns of a paired baseline, or null.
     *
     * @param columns the model's, of which only the rows {@code kept} of {@code allRows} are left
     */
    @Nullable
    BaselineColumns paired(
            Task task, TaskTrial trial, ColumnSurvey survey, PredictionColumns columns, int allRows, int[] kept)
            throws IOException {
        if (!(settings.baseline() instanceof BaselineChoice.Paired paired)) {
            return null;
        }
        String file = paired.file();
        if (file == null) {
            return new BaselineColumns(paired.name(), settings.roles().played(paired.columns()), survey, columns);
        }
        Roles roles = settings.roles()
                .played(paired.columns().isEmpty() ? settings.roles().predicted() : paired.columns());
        TableSource source = () -> Tables.open(root, file, options);
        Set<String> needed = new LinkedHashSet<>(roles.label());
        needed.addAll(roles.predicted());
        ColumnSurvey ofFile = ColumnSurvey.of(file, source, PredictedColumns.NONE, needed);
        Set<String> numeric = new LinkedHashSet<>(trial.numeric(roles, ofFile));
        Set<String> textual = new LinkedHashSet<>(trial.textual(roles, ofFile));
        textual.removeIf(column -> !needed.contains(column));
        Room.require(file, Math.min(ofFile.rows(), settings.maxRows()), numeric.size() + textual.size());
        PredictionColumns all =
                PredictionColumns.load(file, source, PredictedColumns.NONE, numeric, textual, settings.maxRows());
        if (all.rows() != allRows) {
            throw new InvalidPredictionsException("the baseline " + file + " has " + all.rows() + " rows, "
                    + columns.name() + " has " + allRows + "; both must predict the same rows in the same order");
        }
        PredictionColumns same = kept.length == allRows ? all : all.only(kept);
        requireSameLabels(task, file, columns, same);
        return new BaselineColumns(paired.name(), roles, ofFile, same);
    }

    private void requireSameLabels(Task task, String file, PredictionColumns model, PredictionColumns baseline) {
        boolean numbers = task == Task.REGRESSION || task == Task.RANKING || task == Task.FORECAST;
        for (String label : settings.roles().label()) {
            Object[] ours = numbers ? boxed(model.numbers(label)) : model.labels(label, true);
            Object[] theirs = numbers ? boxed(baseline.numbers(label)) : baseline.labels(label, true);
            for (int row = 0; row < ours.length; row++) {
                if (!ours[row].equals(theirs[row])) {
                    throw baseline.missing(
                            label,
                            row,
                            "is " + theirs[row] + ", in " + model.name() + " it is " + ours[row] + ": the baseline "
                                    + file + " must have the same rows in the same order");
                }
            }
        }
    }

    private static Object[] boxed(double[] numbers) {
        Object[] boxed = new Object[numbers.length];
        for (int row = 0; row < boxed.length; row++) {
            boxed[row] = numbers[row] + 0.0;
        }
        return boxed;
    }

    /** The result, each metric compared with the earlier one's as one of independent rows. */
    Evaluation compared(Evaluation result) throws IOException {
        if (settings.baseline() instanceof BaselineChoice.Earlier earlier) {
            return compared(result, earlier.name(), read(earlier.file(), root));
        }
        return settings.baseline() instanceof BaselineChoice.Known known
                ? compared(result, known.name(), known.result())
                : result;
    }

    private static Evaluation compared(Evaluation result, String name, Evaluation earlier) {
        if (!earlier.task().equals(result.task())) {
            throw new InvalidPredictionsException("the baseline " + name + " is of the task " + earlier.task()
                    + ", the model's is " + result.task() + "; compare models of one task");
        }
        List<MetricResult> metrics = new ArrayList<>();
        for (MetricResult metric : result.metrics()) {
            MetricResult before = earlier.metric(metric.metric());
            metrics.add(before == null ? metric : metric.with(compared(metric, before)));
        }
        return Results.with(result, name, metrics);
    }

    private static Comparison compared(MetricResult metric, MetricResult before) {
        double difference = metric.value() - before.value();
        Interval own = metric.interval();
        Interval other = before.interval();
        if (Double.isNaN(difference) || own == null || other == null || own.confidence() != other.confidence()) {
            String why = own != null && other != null && own.confidence() != other.confidence()
                    ? "the baseline's interval has a confidence of " + other.confidence()
                    : "the model's or the baseline's value has no interval";
            return new Comparison(before.value(), difference, null, Double.NaN, null, why);
        }
        Interval interval = IndependentDifference.of(metric.value(), own, before.value(), other);
        return new Comparison(before.value(), difference, interval, Double.NaN, null, null);
    }

    /** An earlier result. */
    static Evaluation read(String name, Path root) throws IOException {
        List<DataFile> found = DataFiles.find(root, name, io.weir.table.Limits.DEFAULT);
        if (found.size() != 1) {
            throw TableException.inFile(name, "names " + found.size() + " files, must be one evaluation result");
        }
        try (InputStream in = Files.newInputStream(found.getFirst().path())) {
            return EvaluationJson.read(in.readNBytes(StrictJson.MAX_BYTES + 1));
        } catch (InvalidJsonException e) {
            throw TableException.inFile(name, "is no evaluation result: " + e.getMessage(), e);
        }
    }
}
