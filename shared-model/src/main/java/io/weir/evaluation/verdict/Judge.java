package io.weir.evaluation.verdict;

import io.weir.evaluation.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Compares an interval with a limit.
 *
 * <p>An interval of confidence 1 − α that lies wholly on one side decides at level α/2 for that side. The number of rows that
 * would settle an open case assumes that the value stays and that the interval shrinks with the root of the rows.
 */
public final class Judge {
    /** A number beyond this is no advice. */
    private static final double MOST_ROWS = 1e12;

    /** Nobody collects more than a hundred times the rows for a value that is so close to its limit. */
    private static final double MOST_TIMES = 100;

    private Judge() {}

    /**
     * The judgement on a metric's value.
     *
     * @param value NaN if undefined
     * @param interval null if there is none
     * @param why why there is no value or no interval
     * @param rows that the value was computed from
     */
    public static Judgement absolute(
            Threshold threshold, double value, @Nullable Interval interval, @Nullable String why, long rows) {
        boolean up = threshold.kind() == Threshold.Kind.AT_LEAST;
        String what = threshold.metric() + " is " + Numbers.shown(value);
        String asked = (up ? "at least " : "at most ") + Numbers.shown(threshold.limit());
        return judge(threshold, new Side(value, interval, threshold.limit(), up, what, asked), why, rows);
    }

    /**
     * The judgement on a difference from a baseline.
     *
     * @param difference the model's metric less the baseline's
     * @param higherIsBetter of the metric
     */
    public static Judgement against(
            Threshold threshold,
            double difference,
            @Nullable Interval interval,
            boolean higherIsBetter,
            @Nullable String why,
            long rows) {
        double by = threshold.kind() == Threshold.Kind.BETTER ? threshold.limit() : -threshold.limit();
        String what = "the difference of " + threshold.metric() + " from the baseline is " + Numbers.shown(difference);
        double limit = higherIsBetter ? by : -by;
        String asked = (higherIsBetter ? "at least " : "at most ") + Numbers.shown(limit);
        return judge(threshold, new Side(difference, interval, limit, higherIsBetter, what, asked), why, rows);
    }

    private record Side(
            double value, @Nullable Interval interval, double limit, boolean up, String what, String asked) {}

    private static Judgement judge(Threshold threshold, Side side, @Nullable String why, long rows) {
        Interval interval = side.interval();
        if (interval == null || Double.isNaN(side.value())) {
            String reason = side.what() + ", required " + side.asked() + ": no verdict, because "
                    + (why == null ? "there is no interval" : why) + ".";
            return new Judgement(threshold, Verdict.INSUFFICIENT_EVIDENCE, reason, Judgement.UNKNOWN);
        }
        String told = side.what() + " (" + Numbers.percent(interval.confidence()) + " interval "
                + Numbers.shown(interval.low()) + " to " + Numbers.shown(interval.high()) + "), required "
                + side.asked();
        boolean allGood = side.up() ? interval.low() >= side.limit() : interval.high() <= side.limit();
        boolean allBad = side.up() ? interval.high() < side.limit() : interval.low() > side.limit();
        if (allGood) {
            return new Judgement(threshold, Verdict.PASS, told + ": all of the interval is.", 0);
        }
        if (allBad) {
            return new Judgement(threshold, Verdict.FAIL, told + ": none of the interval is.", 0);
        }
        long more = moreRows(side, interval, rows);
        String advice = more == Judgement.UNKNOWN
                ? "no number of rows is likely to settle it, the value lies on the limit"
                : "about " + Numbers.count(more) + " more would, if the value stays";
        String reason =
                told + ": the limit lies within, so " + Numbers.count(rows) + " rows do not settle it; " + advice + ".";
        return new Judgement(threshold, Verdict.INSUFFICIENT_EVIDENCE, reason, more);
    }

    private static long moreRows(Side side, Interval interval, long rows) {
        boolean above = side.value() >= side.limit();
        double half = above ? side.value() - interval.low() : interval.high() - side.value();
        double distance = Math.abs(side.value() - side.limit());
        double needed = rows * (half / distance) * (half / distance);
        return needed > Math.min(MOST_ROWS, MOST_TIMES * rows) || Double.isNaN(needed)
                ? Judgement.UNKNOWN
                : Math.max(1, (long) Math.ceil(needed) - rows);
    }
}
