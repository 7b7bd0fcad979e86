package io.weir.evaluation.explain;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.verdict.Judge;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Threshold;
import io.weir.evaluation.verdict.Verdict;

/**
 * What a disturbance of the features does to a metric.
 *
 * @param check id of the check
 * @param what was done to the features, such as "5 % of the values missing"
 * @param change of the metric, with the undisturbed value as baseline
 * @param rows that it was measured with
 */
public record Disturbance(String check, String what, Difference change, long rows) {
    /** What it does, without a verdict of its own. */
    public Finding finding() {
        Interval interval = change.interval();
        String sure = interval == null
                ? " (no interval: " + change.note() + ")"
                : " (" + Numbers.percent(interval.confidence()) + " interval " + Numbers.shown(interval.low()) + " to "
                        + Numbers.shown(interval.high()) + ")";
        return new Finding(
                check,
                what,
                loss(),
                Verdict.PASS,
                "with " + what + " " + values() + "the change is " + Numbers.shown(change.difference()) + sure + ".");
    }

    private double loss() {
        return change.metric().higherIsBetter() ? -change.difference() : change.difference();
    }

    private String values() {
        return change.metric().id() + " is " + Numbers.shown(change.baseline() + change.difference()) + " instead of "
                + Numbers.shown(change.baseline()) + "; ";
    }

    /**
     * Whether the metric gets no worse than tolerated: pass and fail if all of the interval says so, else insufficient evidence.
     *
     * @param mostLoss that is tolerated, in units of the metric
     */
    public Finding finding(double mostLoss) {
        boolean up = change.metric().higherIsBetter();
        String name = "the change of " + change.metric().id();
        Threshold threshold = up ? Threshold.atLeast(name, -mostLoss) : Threshold.atMost(name, mostLoss);
        Judgement judgement = Judge.absolute(threshold, change.difference(), change.interval(), change.note(), rows);
        return new Finding(
                check, what, loss(), judgement.verdict(), "with " + what + " " + values() + judgement.reason());
    }
}
