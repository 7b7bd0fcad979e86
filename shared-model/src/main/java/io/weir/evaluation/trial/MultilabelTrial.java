package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.SummedEvaluator;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.metric.MultilabelRows;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any number of labels, each a column of 0 and 1, by columns of predictions or of scores. */
final class MultilabelTrial implements TaskTrial {
    @Override
    public List<String> numeric(Roles roles, ColumnSurvey survey) {
        return roles.score();
    }

    @Override
    public List<String> textual(Roles roles, ColumnSurvey survey) {
        int predicted = roles.score().isEmpty()
                ? roles.prediction().size()
                : roles.score().size();
        if (predicted != roles.label().size()) {
            throw new IllegalArgumentException("there are " + roles.label().size() + " label columns and " + predicted
                    + " of predictions; the task multilabel needs one for each label, in the same order");
        }
        List<String> textual = new ArrayList<>(roles.label());
        if (roles.score().isEmpty()) {
            textual.addAll(roles.prediction());
        }
        return textual;
    }

    @Override
    public Evaluation evaluate(TrialData data) {
        List<String> names = data.roles().label();
        byte[][] labels = flags(data.columns(), names);
        byte[][] predictions = predictions(data, data.roles(), data.columns());
        SummedEvaluator evaluator = data.evaluator(Task.MULTILABEL, new MultilabelRows(labels, predictions));
        BaselineColumns baseline = data.baseline();
        if (baseline != null) {
            evaluator.baseline(
                    baseline.name(),
                    new MultilabelRows(labels, predictions(data, baseline.roles(), baseline.columns())));
        }
        EvaluationBuilder result = evaluator.evaluate().toBuilder()
                .classes(Confusions.classes(
                        names,
                        each -> counts(labels[each], predictions[each]),
                        data.settings().bootstrap().confidence()));
        double[][] scores = scores(data.roles(), data.columns());
        if (scores != null) {
            double[][] others = baseline == null ? null : scores(baseline.roles(), baseline.columns());
            result.decisionThreshold(data.settings().decision())
                    .metrics(MeanAreas.results(
                            labels, scores, others, data.settings().bootstrap().confidence()));
        }
        return result.build();
    }

    private static Confusion counts(byte[] labels, byte[] predictions) {
        double[] cells = new double[4];
        for (int row = 0; row < labels.length; row++) {
            cells[2 * labels[row] + predictions[row]]++;
        }
        return new Confusion(cells[3], cells[1], cells[2], cells[0]);
    }

    private static byte[][] predictions(TrialData data, Roles roles, PredictionColumns columns) {
        double[][] scores = scores(roles, columns);
        if (scores == null) {
            return flags(columns, roles.prediction());
        }
        byte[][] predictions = new byte[scores.length][scores[0].length];
        for (int label = 0; label < scores.length; label++) {
            for (int row = 0; row < scores[label].length; row++) {
                predictions[label][row] =
                        (byte) (scores[label][row] >= data.settings().decision() ? 1 : 0);
            }
        }
        return predictions;
    }

    private static double @Nullable [][] scores(Roles roles, PredictionColumns columns) {
        return roles.score().isEmpty()
                ? null
                : roles.score().stream().map(columns::numbers).toArray(double[][]::new);
    }

    private static byte[][] flags(PredictionColumns columns, List<String> names) {
        byte[][] flags = new byte[names.size()][columns.rows()];
        for (int label = 0; label < flags.length; label++) {
            String[] values = columns.labels(names.get(label), false);
            for (int row = 0; row < values.length; row++) {
                flags[label][row] = flag(columns, names.get(label), row, values[row]);
            }
        }
        return flags;
    }

    private static byte flag(PredictionColumns columns, String column, int row, String value) {
        return switch (value) {
            case "1", "1.0", "true" -> 1;
            case "0", "0.0", "false" -> 0;
            default -> throw columns.missing(column, row, "is '" + value + "', must be 0 or 1, or true or false");
        };
    }
}
