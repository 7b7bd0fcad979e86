package io.weir.elasticsearch.detector;

import io.weir.anomaly.AnomalySettings;

/** When the value of a clause is trouble. */
public sealed interface Condition {
    /** The kind of incident it opens. */
    String kind();

    /** The value leaves the band that the values before it suggest. */
    record Anomaly(AnomalySettings settings) implements Condition {
        @Override
        public String kind() {
            return "anomaly";
        }
    }

    /**
     * Fields have drifted from a reference.
     *
     * @param columns that must have
     */
    record Drift(int columns) implements Condition {
        @Override
        public String kind() {
            return "drift";
        }
    }

    /** The value is above {@code above} or below {@code below}; NaN where that side has no limit. */
    record Threshold(double above, double below) implements Condition {
        @Override
        public String kind() {
            return "threshold";
        }
    }
}
