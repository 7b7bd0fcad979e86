package io.weir.evaluation.fairness;

import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;

/**
 * Judges a rule for every group against the reference.
 *
 * <p>A group passes if the whole interval lies within the limits and fails if it lies wholly beyond one of them. As many groups
 * are looked at, the intervals' confidence is raised to 1 − α/k for k comparisons (Bonferroni), so that one group of many does
 * not fail by chance.
 */
public final class FairnessJudge {
    private FairnessJudge() {}

    /** The verdict of the worst group. */
    public static FairnessVerdict judge(Fairness fairness, FairnessRule rule, double confidence) {
        int comparisons = Math.max(
                1, (fairness.groups().size() - 1) * rule.measure().rates().size());
        double raised = 1 - (1 - confidence) / comparisons;
        FairnessVerdict worst = null;
        for (Rate rate : rule.measure().rates()) {
            for (Disparity disparity : fairness.disparities(rate, raised)) {
                FairnessVerdict verdict = judge(fairness, rule, disparity);
                if (worst == null || isWorse(verdict.verdict(), worst.verdict())) {
                    worst = verdict;
                }
            }
        }
        return worst != null
                ? worst
                : new FairnessVerdict(
                        rule,
                        Verdict.INSUFFICIENT_EVIDENCE,
                        fairness.attribute() + " has a single group, so there is nothing to compare.");
    }

    private static boolean isWorse(Verdict verdict, Verdict than) {
        return verdict != than && verdict.and(than) == verdict;
    }

    private static FairnessVerdict judge(Fairness fairness, FairnessRule rule, Disparity disparity) {
        boolean ratio = rule.measure().isRatio();
        double value = ratio ? disparity.ratio() : disparity.difference();
        Interval interval = ratio ? disparity.ratioInterval() : disparity.differenceInterval();
        String told = disparity.rate().id() + " of " + fairness.attribute() + " '"
                + disparity.group().name() + "' is "
                + Numbers.shown(disparity.group().rate(disparity.rate()))
                + ", " + (ratio ? "a ratio of " : "a difference of ") + Numbers.shown(value) + " to '"
                + fairness.reference().name() + "'";
        String limits = ", allowed " + Numbers.shown(rule.lower()) + " to " + Numbers.shown(rule.upper());
        if (interval == null) {
            double rows = Math.min(
                    disparity.group().trials(disparity.rate()),
                    fairness.reference().trials(disparity.rate()));
            return new FairnessVerdict(
                    rule,
                    Verdict.INSUFFICIENT_EVIDENCE,
                    told + limits + ": only " + Numbers.shown(rows) + " rows to count among, at least "
                            + Disparity.LEAST_ROWS + " are needed.");
        }
        String shown = " (" + Numbers.percent(interval.confidence()) + " interval " + Numbers.shown(interval.low())
                + " to " + Numbers.shown(interval.high()) + ")";
        return new FairnessVerdict(rule, verdict(rule, interval), told + shown + limits + ".");
    }

    private static Verdict verdict(FairnessRule rule, Interval interval) {
        if (interval.low() >= rule.lower() && interval.high() <= rule.upper()) {
            return Verdict.PASS;
        }
        return interval.high() < rule.lower() || interval.low() > rule.upper()
                ? Verdict.FAIL
                : Verdict.INSUFFICIENT_EVIDENCE;
    }
}
