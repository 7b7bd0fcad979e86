package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.SummedEvaluator;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.metric.Multiclass;
import io.weir.evaluation.metric.MulticlassRows;
import io.weir.evaluation.trial.Roles.ClassColumn;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One of several classes, by the predicted class, by a score for each, or by both. */
final class MulticlassTrial implements TaskTrial {
    private static final List<Integer> DEFAULT_RANKS = List.of(2, 3, 5);

    @Override
    public List<String> numeric(Roles roles, ColumnSurvey survey) {
        return roles.classes().stream().map(ClassColumn::column).toList();
    }

    @Override
    public List<String> textual(Roles roles, ColumnSurvey survey) {
        String label = TaskTrial.only(roles.label(), "label", Task.MULTICLASS);
        if (roles.prediction().isEmpty()) {
            if (roles.classes().isEmpty()) {
                throw new IllegalArgumentException(
                        "the task multiclass needs prediction, the predicted class, or classes, a score for each");
            }
            return List.of(label);
        }
        return List.of(label, TaskTrial.only(roles.prediction(), "prediction", Task.MULTICLASS));
    }

    /** A model's predictions, and its scores by class if there are any. */
    private record Predicted(int[] classes, double @Nullable [][] scores) {}

    @Override
    public Evaluation evaluate(TrialData data) {
        String column = data.roles().onlyLabel();
        boolean numeric = data.survey().of(column).isNumeric();
        List<String> names = names(data, numeric);
        ClassNumbers numbers = new ClassNumbers(names);
        int[] labels = numbers.of(data.columns(), column, numeric);
        Predicted model = predicted(data.roles(), data.columns(), numbers, numeric);
        int[] ranks = ranks(data, names.size());
        SummedEvaluator evaluator = data.evaluator(
                Task.MULTICLASS, new MulticlassRows(labels, model.classes(), model.scores(), names.size(), ranks));
        BaselineColumns baseline = data.baseline();
        Predicted other = baseline == null
                ? null
                : sameForm(model, predicted(baseline.roles(), baseline.columns(), numbers, numeric));
        if (baseline != null && other != null) {
            evaluator.baseline(
                    baseline.name(), new MulticlassRows(labels, other.classes(), other.scores(), names.size(), ranks));
        }
        Multiclass matrix = Multiclass.of(labels, model.classes(), null, names.size());
        EvaluationBuilder result = evaluator.evaluate().toBuilder()
                .confusion(Confusions.matrix(names, matrix))
                .classes(Confusions.classes(
                        names, matrix::against, data.settings().bootstrap().confidence()));
        if (model.scores() != null) {
            result.metrics(areas(data, labels, model.scores(), other == null ? null : other.scores()));
        }
        return result.build();
    }

    private static Predicted sameForm(Predicted model, Predicted baseline) {
        if ((model.scores() == null) != (baseline.scores() == null)) {
            throw new IllegalArgumentException("the model has " + (model.scores() == null ? "no " : "")
                    + "scores for classes, the baseline " + (baseline.scores() == null ? "none" : "has")
                    + "; give both the same columns");
        }
        return baseline;
    }

    /** The classes of the scores' columns in their order; without scores all that occur, in alphabetical order. */
    private static List<String> names(TrialData data, boolean numeric) {
        Roles roles = data.roles();
        if (!roles.classes().isEmpty()) {
            return roles.classes().stream()
                    .map(each -> Labels.canonical(each.name(), numeric))
                    .toList();
        }
        TreeSet<String> names =
                new TreeSet<>(data.survey().of(roles.onlyLabel()).values());
        names.addAll(data.survey().of(roles.prediction().getFirst()).values());
        BaselineColumns baseline = data.baseline();
        if (baseline != null) {
            names.addAll(baseline.survey()
                    .of(baseline.roles().prediction().getFirst())
                    .values());
        }
        if (names.size() > ColumnKind.MOST_VALUES
                || data.survey().of(roles.onlyLabel()).hasMany()) {
            throw new InvalidPredictionsException("column '" + roles.onlyLabel() + "' has more than "
                    + ColumnKind.MOST_VALUES + " different labels; group the rare ones, or set task to regression");
        }
        return List.copyOf(names);
    }

    private static Predicted predicted(Roles roles, PredictionColumns columns, ClassNumbers numbers, boolean numeric) {
        double[][] scores = roles.classes().isEmpty()
                ? null
                : roles.classes().stream()
                        .map(each -> columns.numbers(each.column()))
                        .toArray(double[][]::new);
        if (!roles.prediction().isEmpty()) {
            return new Predicted(numbers.of(columns, roles.prediction().getFirst(), numeric), scores);
        }
        if (scores == null) {
            throw new IllegalArgumentException("the baseline has neither a prediction nor a score for each class");
        }
        return new Predicted(MulticlassRows.highest(scores), scores);
    }

    private static int[] ranks(TrialData data, int classes) {
        List<Integer> asked = data.settings().ranks();
        return (asked.isEmpty() ? DEFAULT_RANKS : asked)
                .stream()
                        .mapToInt(k -> k)
                        .filter(k -> k < classes || !asked.isEmpty())
                        .toArray();
    }

    private static List<MetricResult> areas(
            TrialData data, int[] labels, double[][] scores, double @Nullable [][] baselineScores) {
        byte[][] flags = IntStream.range(0, scores.length)
                .mapToObj(each -> isClass(labels, each))
                .toArray(byte[][]::new);
        return MeanAreas.results(
                flags, scores, baselineScores, data.settings().bootstrap().confidence());
    }

    private static byte[] isClass(int[] labels, int number) {
        byte[] flags = new byte[labels.length];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = (byte) (labels[row] == number ? 1 : 0);
        }
        return flags;
    }
}
