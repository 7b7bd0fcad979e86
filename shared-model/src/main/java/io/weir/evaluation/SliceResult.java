package io.weir.evaluation;

import io.weir.evaluation.slice.Condition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Metrics of a part of the rows.
 *
 * @param conditions that all its rows fulfil; at least one
 * @param rows in it
 */
public record SliceResult(List<Condition> conditions, long rows, List<MetricResult> metrics) {
    /** More conditions make no slice that a person can act on. */
    public static final int MAX_CONDITIONS = 5;

    /** Copies the lists. */
    public SliceResult {
        conditions = List.copyOf(conditions);
        metrics = List.copyOf(metrics);
    }

    /** The conditions in one line. */
    public String name() {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(", "));
    }
}
