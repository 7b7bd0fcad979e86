package io.weir.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds after how many intervals a series repeats itself, if it does.
 *
 * <p>Candidates are peaks of the autocorrelation and the customary periods (hour, day, week). Each is put to the test: a
 * {@link SeasonalProfile} of the first two thirds must foresee the last third clearly better than the level alone, and
 * the one that does so best is the answer; a longer one must be better to win. So noise, trends and level shifts have no
 * period, and a weekly pattern is preferred to a daily one where weekends differ. Robust: a line through the medians of
 * the outer thirds is taken out and what is left is clipped. O(n log n), stateless.
 */
public final class PeriodFinder {
    /** Shorter cycles are hardly told from noise. */
    public static final int SHORTEST = 4;

    /** Below this even three cycles of the shortest period are too short to hold a third back as a test. */
    public static final int LEAST_VALUES = 48;

    /** A series that repeats itself was seen at least so often. */
    private static final int LEAST_CYCLES = 3;

    /** How much of the mean absolute error a season must save: less is not worth its own noise. */
    private static final double LEAST_GAIN = 0.1;

    /** How far the period of a few cycles may be off. */
    private static final int MOST_STEPS = 4;

    /** How much better a longer period must be. */
    private static final double BETTER = 0.95;

    /** Standard errors of a white series' autocorrelation: beyond 4, one lag in thirty thousand is chance. */
    private static final double SIGNIFICANT = 4;

    /** A season that explains less of the variance is not worth a test. */
    private static final double LEAST_CORRELATION = 0.1;

    private static final int MOST_CANDIDATES = 4;

    /** How much better a longer lag must correlate to be a candidate beside a shorter one. */
    private static final double HIGHER = 0.05;

    /** The period of the widest bins comes out to half an interval by then. */
    private static final int MOST_MULTIPLES = 8;

    private static final long[] CUSTOMARY_MILLIS = {60_000, 3_600_000, 86_400_000, 7 * 86_400_000L};

    private final Prepared series;
    private final Autocorrelation correlation;
    private final int longest;

    private PeriodFinder(Prepared series) {
        this.series = series;
        this.longest = series.binned().length / LEAST_CYCLES;
        this.correlation = Autocorrelation.of(series.binned(), series.binned().length / 2);
    }

    /**
     * The period of {@code values[from .. to)}.
     *
     * @param values NaN is a gap
     * @param intervalMillis length of an interval, by which customary periods are recognised
     * @param incumbent a period found before, which is put to the test again; 0 for none
     * @return in intervals, at least {@value #SHORTEST} and seen three times or more; 0 for none
     */
    public static int find(double[] values, int from, int to, long intervalMillis, int incumbent) {
        if (to - from < LEAST_VALUES) {
            return 0;
        }
        Prepared series = Prepared.of(values, from, to);
        return series.isConstant() ? 0 : new PeriodFinder(series).best(intervalMillis, incumbent);
    }

    private int best(long intervalMillis, int incumbent) {
        List<Integer> candidates = candidates(intervalMillis, incumbent);
        if (candidates.isEmpty()) {
            return 0;
        }
        HoldOut test = new HoldOut(series.values(), candidates.getLast());
        double none = test.error(0) * (1 - LEAST_GAIN);
        double bar = none / BETTER;
        int best = 0;
        for (int candidate : candidates) {
            int period = isCustomary(candidate, intervalMillis) ? candidate : climb(test, candidate);
            double error = test.error(period);
            if (error < Math.min(none, bar * BETTER)) {
                bar = error;
                best = period;
            }
        }
        return best;
    }

    /** Few cycles leave a period uncertain by an interval or two: goes where a neighbour foresees better. */
    private int climb(HoldOut test, int start) {
        int best = start;
        double error = test.error(start);
        for (int step = -1; step <= 1; step += 2) {
            for (int period = best + step;
                    Math.abs(period - start) <= MOST_STEPS && isPossible(period);
                    period += step) {
                double next = test.error(period);
                if (next >= error) {
                    break;
                }
                error = next;
                best = period;
            }
        }
        return best;
    }

    private boolean isPossible(int period) {
        return period >= SHORTEST && period <= series.values().length / LEAST_CYCLES;
    }

    /** In intervals, shortest first. */
    private List<Integer> candidates(long intervalMillis, int incumbent) {
        List<Integer> periods = new ArrayList<>(List.of(incumbent));
        for (int lag : peaks()) {
            periods.add(customary(refined(lag), intervalMillis));
        }
        for (long millis : CUSTOMARY_MILLIS) {
            int period = (int) Math.min(Integer.MAX_VALUE, millis / intervalMillis);
            int lag = period / series.width();
            if (millis % intervalMillis == 0 && lag <= longest && lag > 0 && correlation.at(lag) > bar()) {
                periods.add(period);
            }
        }
        return periods.stream().filter(this::isPossible).sorted().distinct().toList();
    }

    private double bar() {
        return Math.max(LEAST_CORRELATION, SIGNIFICANT / Math.sqrt(series.binned().length));
    }

    /**
     * The peaks of the autocorrelation that stand out from the valley before them and above every shorter one: so a
     * multiple of a period counts only if it correlates better, as a week does where weekends differ.
     */
    private List<Integer> peaks() {
        List<Integer> peaks = new ArrayList<>();
        double bar = bar();
        double valley = 1;
        double highest = bar - HIGHER;
        for (int lag = 1; lag <= longest && peaks.size() < MOST_CANDIDATES; lag++) {
            double here = correlation.at(lag);
            valley = Math.min(valley, here);
            int reach = Math.max(1, lag / 10);
            if (here > highest + HIGHER
                    && here > valley + bar
                    && here > correlation.at(lag - 1)
                    && correlation.highest(lag - reach, lag + reach) == lag) {
                peaks.add(lag);
                highest = here;
            }
        }
        return peaks;
    }

    /**
     * Measures a period in bins by its multiples, each of which divides the error further; a peak is taken to be in the
     * middle of its upper half, whose flanks are better defined than its top.
     */
    private int refined(int lag) {
        double period = correlation.middleOfPeak(lag);
        int reach = lag / 10;
        for (int times = 2; times <= MOST_MULTIPLES; times++) {
            int near = (int) Math.round(times * period);
            if (near + reach >= correlation.lags()) {
                break;
            }
            period = correlation.middleOfPeak(correlation.highest(near - reach, near + reach)) / times;
        }
        return (int) Math.round(period * series.width());
    }

    /** The customary period that is as good as {@code period}, else {@code period}. */
    private static int customary(int period, long intervalMillis) {
        for (long millis : CUSTOMARY_MILLIS) {
            if (millis % intervalMillis == 0 && Math.abs(period - (double) millis / intervalMillis) < 0.05 * period) {
                return (int) (millis / intervalMillis);
            }
        }
        return period;
    }

    private static boolean isCustomary(int period, long intervalMillis) {
        return Arrays.stream(CUSTOMARY_MILLIS).anyMatch(millis -> millis == period * intervalMillis);
    }
}
