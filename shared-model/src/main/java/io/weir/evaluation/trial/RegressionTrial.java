package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.RegressionEvaluator;
import io.weir.evaluation.WeakSearch;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import java.util.List;

/** A number. */
final class RegressionTrial implements TaskTrial {
    @Override
    public List<String> numeric(Roles roles, ColumnSurvey survey) {
        return List.of(
                TaskTrial.only(roles.label(), "label", Task.REGRESSION),
                TaskTrial.only(roles.predicted(), "prediction", Task.REGRESSION));
    }

    @Override
    public List<String> textual(Roles roles, ColumnSurvey survey) {
        return List.of();
    }

    @Override
    public Evaluation evaluate(TrialData data) {
        RegressionEvaluator evaluator = new RegressionEvaluator(data.model(), rows(data, data.roles(), data.columns()))
                .bootstrap(data.settings().bootstrap())
                .leastSliceRows(data.settings().cut().least());
        BaselineColumns baseline = data.baseline();
        if (baseline != null) {
            evaluator.baseline(baseline.name(), rows(data, baseline.roles(), baseline.columns()));
        }
        data.slices().forEach(evaluator::slice);
        WeakSearch search = data.search();
        if (search != null) {
            evaluator.searchWeakest(search);
        }
        return evaluator.evaluate();
    }

    private static Regression rows(TrialData data, Roles roles, PredictionColumns columns) {
        double[] labels = data.columns().finite(data.roles().onlyLabel());
        return new Regression(labels, columns.finite(roles.predicted().getFirst()), null);
    }
}
