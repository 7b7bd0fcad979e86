package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import java.util.List;

/** What differs between tasks. */
interface TaskTrial {
    /** Columns that are read as numbers, for these roles. */
    List<String> numeric(Roles roles, ColumnSurvey survey);

    /** Columns that are read as text, for these roles. */
    List<String> textual(Roles roles, ColumnSurvey survey);

    /** All metrics, slices and curves; thresholds are judged afterwards. */
    Evaluation evaluate(TrialData data);

    static TaskTrial of(Task task) {
        return switch (task) {
            case BINARY -> new BinaryTrial();
            case MULTICLASS -> new MulticlassTrial();
            case MULTILABEL -> new MultilabelTrial();
            case REGRESSION -> new RegressionTrial();
            case RANKING -> new RankingTrial();
            case FORECAST -> new ForecastTrial();
        };
    }

    /** The only column of a role. */
    static String only(List<String> columns, String role, Task task) {
        if (columns.size() != 1) {
            throw new IllegalArgumentException(
                    role + " is " + columns + ", must be one column for the task " + task.id());
        }
        return columns.getFirst();
    }
}
