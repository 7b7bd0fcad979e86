package io.weir.evaluation.trial;

import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.WeakSearch;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One of two classes, by a score or by the predicted class itself. */
final class BinaryTrial implements TaskTrial {
    /** What decisions alone define. */
    private static final Set<String> OF_DECISIONS = Set.of(
            "accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "f05", "f2", "mcc", "kappa");

    @Override
    public List<String> numeric(Roles roles, ColumnSurvey survey) {
        if (!roles.score().isEmpty()) {
            return List.of(TaskTrial.only(roles.score(), "score", Task.BINARY));
        }
        return isScore(roles, survey) ? roles.prediction() : List.of();
    }

    @Override
    public List<String> textual(Roles roles, ColumnSurvey survey) {
        String label = TaskTrial.only(roles.label(), "label", Task.BINARY);
        return roles.prediction().isEmpty() ? List.of(label) : List.of(label, prediction(roles));
    }

    private static String prediction(Roles roles) {
        return TaskTrial.only(roles.prediction(), "prediction", Task.BINARY);
    }

    /** A prediction of numbers that are not all labels is a score. */
    private static boolean isScore(Roles roles, ColumnSurvey survey) {
        ColumnKind prediction = survey.of(prediction(roles));
        ColumnKind label = survey.find(roles.onlyLabel());
        Set<String> labels = new HashSet<>(label == null ? List.of() : label.values());
        labels.addAll(List.of("0", "1"));
        return prediction.isNumeric() && (prediction.hasMany() || !labels.containsAll(prediction.values()));
    }

    @Override
    public Evaluation evaluate(TrialData data) {
        TrialSettings settings = data.settings();
        String column = data.roles().onlyLabel();
        ColumnKind kind = data.survey().of(column);
        String positive = BinaryLabels.positive(column, kind.values(), settings.positive(), kind.isNumeric());
        byte[] labels = BinaryLabels.flags(data.columns().labels(column, kind.isNumeric()), positive);
        boolean scored = hasScores(data.roles(), data.survey());
        double decision = scored ? settings.decision() : BinaryEvaluator.DEFAULT_DECISION_THRESHOLD;
        double[] scores = scores(data.roles(), data.survey(), data.columns(), positive, kind, decision);
        BinaryEvaluator evaluator = new BinaryEvaluator(data.model(), BinaryScores.of(labels, scores))
                .decisionThreshold(decision)
                .bootstrap(settings.bootstrap())
                .leastSliceRows(settings.cut().least());
        BaselineColumns baseline = data.baseline();
        boolean baselineScored = baseline == null || hasScores(baseline.roles(), baseline.survey());
        if (baseline != null) {
            double[] others = scores(baseline.roles(), baseline.survey(), baseline.columns(), positive, kind, decision);
            evaluator.baseline(baseline.name(), others);
        }
        data.slices().forEach(evaluator::slice);
        settings.fairness()
                .forEach(choice ->
                        evaluator.fairness(data.cuts().of(choice.columns()), choice.reference(), choice.rules()));
        WeakSearch search = data.search();
        if (search != null) {
            evaluator.searchWeakest(search);
        }
        String negative = kind.values().stream()
                .filter(each -> !each.equals(positive))
                .findFirst()
                .orElse("not " + positive);
        Evaluation all = evaluator.evaluate().toBuilder()
                .confusion(Confusions.matrix(negative, positive, labels, scores, decision))
                .build();
        return scored && baselineScored ? all : Results.only(Results.withoutScores(all), OF_DECISIONS::contains);
    }

    private static boolean hasScores(Roles roles, ColumnSurvey survey) {
        return !roles.score().isEmpty() || isScore(roles, survey);
    }

    private static double[] scores(
            Roles roles,
            ColumnSurvey survey,
            PredictionColumns columns,
            String positive,
            ColumnKind label,
            double decision) {
        if (!roles.score().isEmpty()) {
            double[] scores = columns.numbers(roles.score().getFirst());
            if (!roles.prediction().isEmpty()) {
                requireAgreement(scores, decisions(roles, columns, positive, label), columns, roles, decision);
            }
            return scores;
        }
        return isScore(roles, survey) ? columns.numbers(prediction(roles)) : decisions(roles, columns, positive, label);
    }

    /** 1 where the positive class is predicted. */
    private static double[] decisions(Roles roles, PredictionColumns columns, String positive, ColumnKind label) {
        String[] predictions = columns.labels(prediction(roles), label.isNumeric());
        List<String> known = label.values();
        double[] decisions = new double[predictions.length];
        for (int row = 0; row < decisions.length; row++) {
            if (!predictions[row].equals(positive) && !known.contains(predictions[row]) && known.size() > 1) {
                throw columns.missing(
                        prediction(roles), row, "is '" + predictions[row] + "', must be one of the labels " + known);
            }
            decisions[row] = predictions[row].equals(positive) ? 1 : 0;
        }
        return decisions;
    }

    private static void requireAgreement(
            double[] scores, double[] decisions, PredictionColumns columns, Roles roles, double decision) {
        for (int row = 0; row < scores.length; row++) {
            if ((scores[row] >= decision) != (decisions[row] == 1)) {
                throw new InvalidPredictionsException(columns.name() + ", row " + (row + 1) + ": the score "
                        + scores[row] + " and the decision threshold " + decision + " do not give the prediction of"
                        + " column '" + prediction(roles)
                        + "'; set decision to the model's own, or leave prediction out");
            }
        }
    }
}
