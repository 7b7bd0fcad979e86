package io.weir.evaluation.fairness;

import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.interval.Proportions;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.slice.Condition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of people.
 *
 * @param conditions what they have in common
 * @param rows how many rows they have
 * @param confusion weights of their rows
 * @param effective rows of equal weight that would say as much, over {@code confusion.total()}; 1 without weights
 */
public record Group(List<Condition> conditions, long rows, Confusion confusion, double effective) {

    /** Its values, such as {@code African-American} or {@code Asian, Female}. */
    public String name() {
        return conditions.stream().map(Condition::value).collect(Collectors.joining(", "));
    }

    /** A rate; NaN if there is nothing to count among. */
    public double rate(Rate rate) {
        return rate.of(confusion);
    }

    /** Rows that a rate is counted among, as rows of equal weight. */
    public double trials(Rate rate) {
        return rate.whole(confusion) * effective;
    }

    /** Wilson's interval of a rate, or null if there is nothing to count among. */
    public @Nullable Interval interval(Rate rate, double confidence) {
        double trials = trials(rate);
        return trials > 0 ? Proportions.wilson(Math.min(trials, rate(rate) * trials), trials, confidence) : null;
    }
}
