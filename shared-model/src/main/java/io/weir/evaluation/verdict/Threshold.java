package io.weir.evaluation.verdict;

import java.util.Locale;

/**
 * What is asked of one metric.
 *
 * @param metric its id
 * @param kind what the limit is compared with
 * @param limit for {@link Kind#AT_LEAST} and {@link Kind#AT_MOST} a value of the metric; else a difference of at least 0
 */
public record Threshold(String metric, Kind kind, double limit) {

    /** What is compared. */
    public enum Kind {
        /** The metric is at least the limit. */
        AT_LEAST,
        /** The metric is at most the limit. */
        AT_MOST,
        /** The metric is not worse than the baseline's by more than the limit (a non-inferiority margin). */
        NOT_WORSE,
        /** The metric is better than the baseline's by more than the limit. */
        BETTER;

        /** As JSON says it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a baseline is needed. */
        public boolean comparesWithBaseline() {
            return this == NOT_WORSE || this == BETTER;
        }

        /** The kind of that id. */
        public static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.id().equals(id)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "kind is '" + id + "', must be one of at_least, at_most, not_worse, better");
        }
    }

    /** Checks the limit. */
    public Threshold {
        if (!Double.isFinite(limit) || (kind.comparesWithBaseline() && limit < 0)) {
            throw new IllegalArgumentException("the limit of " + metric + " is " + limit + ", must be a finite number"
                    + (kind.comparesWithBaseline() ? " of at least 0, the margin" : ""));
        }
    }

    /** The metric is at least this. */
    public static Threshold atLeast(String metric, double limit) {
        return new Threshold(metric, Kind.AT_LEAST, limit);
    }

    /** The metric is at most this. */
    public static Threshold atMost(String metric, double limit) {
        return new Threshold(metric, Kind.AT_MOST, limit);
    }

    /** The metric is not worse than the baseline's by more than a margin. */
    public static Threshold notWorse(String metric, double margin) {
        return new Threshold(metric, Kind.NOT_WORSE, margin);
    }

    /** The metric is better than the baseline's by more than this. */
    public static Threshold better(String metric, double by) {
        return new Threshold(metric, Kind.BETTER, by);
    }

    /** The rule in words: "roc_auc at least 0.8". */
    public String words() {
        String number = Numbers.shown(limit);
        return switch (kind) {
            case AT_LEAST -> metric + " at least " + number;
            case AT_MOST -> metric + " at most " + number;
            case NOT_WORSE -> metric + " not worse than the baseline's by more than " + number;
            case BETTER -> metric + " better than the baseline's by more than " + number;
        };
    }
}
