package io.weir.evaluation.trial;

import io.weir.evaluation.SummedEvaluator;
import io.weir.evaluation.WeakSearch;
import io.weir.evaluation.metric.SummedRows;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.slice.WeakestSlices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task is computed from.
 *
 * @param model its name
 * @param columns those with labels only
 * @param baseline another model's predictions of the same rows, or null
 * @param scales what a forecast's errors are scaled by, for each row, or null
 */
record TrialData(
        String model,
        TrialSettings settings,
        ColumnSurvey survey,
        PredictionColumns columns,
        SliceColumns cuts,
        @Nullable BaselineColumns baseline,
        double @Nullable [] scales) {

    /**
     * A baseline's columns.
     *
     * @param survey of the file that they are in
     */
    record BaselineColumns(String name, Roles roles, ColumnSurvey survey, PredictionColumns columns) {}

    Roles roles() {
        return settings.roles();
    }

    /** An evaluator of these rows, with the settings of intervals and slices. */
    SummedEvaluator evaluator(Task task, SummedRows rows) {
        SummedEvaluator evaluator = new SummedEvaluator(task.id(), model, rows)
                .bootstrap(settings.bootstrap())
                .leastSliceRows(settings.cut().least());
        slices().forEach(evaluator::slice);
        WeakSearch weakest = search();
        return weakest == null ? evaluator : evaluator.searchWeakest(weakest);
    }

    /** Every set of columns that is sliced by. */
    List<List<SliceColumn>> slices() {
        return settings.cut().columns().stream().map(cuts::of).toList();
    }

    /** How the weakest parts are looked for, or null. */
    @Nullable
    WeakSearch search() {
        List<String> names = settings.cut().search();
        return names.isEmpty()
                ? null
                : new WeakSearch(
                        cuts.of(names),
                        Math.max(settings.cut().least(), WeakestSlices.DEFAULT_LEAST_ROWS),
                        WeakestSlices.DEFAULT_DEPTH,
                        WeakSearch.DEFAULT_MOST,
                        WeakSearch.DEFAULT_ALPHA);
    }
}
