package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.RegressionEvaluator;
import io.weir.evaluation.RowUnits;
import io.weir.evaluation.SummedEvaluator;
import io.weir.evaluation.metric.ForecastRows;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Numbers of the future. Errors of neighbouring steps depend on each other, so intervals draw whole series if there are at least
 * {@value #LEAST_SERIES}, else blocks of as many consecutive rows as the cube root of their number, or a season if that is longer
 * (Carlstein, Annals of Statistics 1986).
 */
final class ForecastTrial implements TaskTrial {
    private static final int LEAST_SERIES = 10;

    @Override
    public List<String> numeric(Roles roles, ColumnSurvey survey) {
        List<String> numeric = new ArrayList<>();
        numeric.add(TaskTrial.only(roles.label(), "label", Task.FORECAST));
        numeric.add(TaskTrial.only(roles.predicted(), "prediction", Task.FORECAST));
        Stream.of(roles.low(), roles.high()).filter(Objects::nonNull).forEach(numeric::add);
        return numeric;
    }

    @Override
    public List<String> textual(Roles roles, ColumnSurvey survey) {
        return roles.series() == null ? List.of() : List.of(roles.series());
    }

    @Override
    public Evaluation evaluate(TrialData data) {
        Roles roles = data.roles();
        PredictionColumns columns = data.columns();
        double[] actual = columns.finite(roles.onlyLabel());
        ForecastRows.Ends ends = roles.low() == null || roles.high() == null
                ? null
                : new ForecastRows.Ends(columns.numbers(roles.low()), columns.numbers(roles.high()));
        double[] forecast = columns.finite(roles.predicted().getFirst());
        SummedEvaluator evaluator = data.evaluator(
                        Task.FORECAST, new ForecastRows(actual, forecast, data.scales(), ends))
                .units(units(data));
        BaselineColumns baseline = data.baseline();
        Regression others = null;
        if (baseline != null) {
            double[] other =
                    baseline.columns().finite(baseline.roles().predicted().getFirst());
            others = new Regression(actual, other, null);
            evaluator.baseline(baseline.name(), new ForecastRows(actual, other, data.scales(), ends));
        }
        return evaluator.evaluate().toBuilder()
                .metrics(RegressionEvaluator.withoutIntervals(new Regression(actual, forecast, null), others))
                .build();
    }

    private static RowUnits units(TrialData data) {
        int rows = data.columns().rows();
        int[] unitOfRow = new int[rows];
        String series = data.roles().series();
        if (series != null) {
            Map<String, Integer> numbers = new HashMap<>();
            String[] names = data.columns().labels(series, false);
            Arrays.setAll(unitOfRow, row -> number(numbers, names[row]));
            if (numbers.size() >= LEAST_SERIES) {
                return RowUnits.of("series", unitOfRow);
            }
        }
        TrialSettings.History history = data.settings().history();
        int season = history == null ? 1 : history.season();
        int length = Math.max(season, (int) Math.ceil(Math.cbrt(rows)));
        Arrays.setAll(unitOfRow, row -> row / length);
        return RowUnits.of("blocks of " + length + " rows", unitOfRow);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = numbers.size();
            numbers.put(name, known);
        }
        return known;
    }
}
