package io.weir.anomaly;

import io.weir.incident.Severity;
import java.util.Locale;

/**
 * One value outside its band.
 *
 * @param interval its index
 * @param value what was seen
 * @param expected what was expected
 * @param lower lower end of the band
 * @param upper upper end of the band
 * @param score its score
 * @param flat whether the series was constant before
 */
record Excess(int interval, double value, double expected, double lower, double upper, double score, boolean flat) {
    static final Excess NONE = new Excess(-1, 0, 0, 0, 0, 0, true);

    /** From twice, four times and eight times the half width on: doubling, because no finer scale is meant. */
    private static final double[] STEPS = {2, 4, 8};

    /** Larger ratios say no more than this one. */
    private static final int MOST_TIMES = 1_000;

    /** How far off the value is, in half widths of the band on its side; more than 1. */
    double halfWidths() {
        return value > expected ? (value - expected) / (upper - expected) : (expected - value) / (expected - lower);
    }

    /**
     * How bad a stretch of {@code count} anomalous intervals with this peak is. A constant series has no band to measure
     * with: any lasting change of it is high, a single value medium.
     */
    Severity severity(int count) {
        if (flat) {
            return count == 1 ? Severity.MEDIUM : Severity.HIGH;
        }
        int step = 0;
        while (step < STEPS.length && halfWidths() >= STEPS[step]) {
            step++;
        }
        return Severity.values()[step];
    }

    /** What happened, for people. */
    String sentence(int count, int length) {
        String moved = value > expected ? "rose to " : "fell to ";
        String expectation = flat
                ? ", was constant at " + number(expected)
                : ", expected " + number(lower) + " to " + number(upper) + " (" + times(halfWidths())
                        + "× the band's half width)";
        return moved + number(value) + expectation + duration(count, length);
    }

    private static String duration(int count, int length) {
        if (length == 1) {
            return ", for 1 interval";
        }
        return count == length ? ", for " + count + " intervals" : ", in " + count + " of " + length + " intervals";
    }

    private static String times(double ratio) {
        if (ratio > MOST_TIMES) {
            return "more than " + MOST_TIMES;
        }
        return ratio < 10 ? String.format(Locale.ROOT, "%.1f", ratio) : Long.toString(Math.round(ratio));
    }

    private static String number(double value) {
        return Numbers.shortest(value);
    }
}
