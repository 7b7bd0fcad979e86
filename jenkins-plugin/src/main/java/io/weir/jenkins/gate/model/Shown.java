package io.weir.jenkins.gate.model;

import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.Condition;
import io.weir.evaluation.verdict.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of results for people. */
final class Shown {
    private Shown() {}

    static String interval(@Nullable Interval interval) {
        return interval == null ? "" : Numbers.shown(interval.low()) + " to " + Numbers.shown(interval.high());
    }

    /** Empty if it is not defined. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.shown(value);
    }

    static String conditions(List<Condition> conditions) {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(", "));
    }

    static double low(@Nullable Interval interval) {
        return interval == null ? Double.NaN : interval.low();
    }

    static double high(@Nullable Interval interval) {
        return interval == null ? Double.NaN : interval.high();
    }
}
