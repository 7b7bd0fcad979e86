package io.weir.evaluation.explain;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.verdict.Judge;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Threshold;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a disturbance of the features does to a metric.
 *
 * @param kind what was done to the features
 * @param share how much of it
 * @param change of the metric, with the undisturbed value as baseline
 * @param rows that it was measured with
 */
public record Disturbance(Kind kind, double share, Difference change, long rows) {
    /** What is done to features. */
    public enum Kind {
        /** Normal noise is added to numbers; the share is of a feature's standard deviation. */
        NOISE,
        /** Values are removed at random; the share is of all values. */
        MISSING;

        /** As settings and results say it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of that id.
         *
         * @throws IllegalArgumentException naming it and all that there are
         */
        public static Kind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no disturbance; there are "
                            + Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "))));
        }

        /** What is done, for people: "noise of 10 % of each feature's spread". */
        public String words(double share) {
            return switch (this) {
                case NOISE -> "noise of " + Numbers.percent(share) + " of each feature's spread";
                case MISSING -> Numbers.percent(share) + " of the values missing";
            };
        }
    }

    /**
     * Whether the metric gets no worse than tolerated: pass and fail if all of the interval says so, else insufficient evidence.
     *
     * @param mostLoss that is tolerated, in units of the metric
     */
    public Finding finding(double mostLoss) {
        boolean up = change.metric().higherIsBetter();
        String metric = change.metric().id();
        String name = "the change of " + metric;
        Threshold threshold = up ? Threshold.atLeast(name, -mostLoss) : Threshold.atMost(name, mostLoss);
        Judgement judgement = Judge.absolute(threshold, change.difference(), change.interval(), change.note(), rows);
        String values = metric + " is " + Numbers.shown(change.baseline() + change.difference()) + " instead of "
                + Numbers.shown(change.baseline()) + "; ";
        return new Finding(
                "robustness_" + kind.id(),
                metric + " with " + kind.words(share),
                up ? -change.difference() : change.difference(),
                judgement.verdict(),
                "with " + kind.words(share) + " " + values + judgement.reason());
    }
}
