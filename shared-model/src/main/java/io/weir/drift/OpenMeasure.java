package io.weir.drift;

import io.weir.drift.uncertainty.Interval;
import java.util.OptionalLong;

/** A measure whose verdict waits for the others, because their number corrects it. */
record OpenMeasure(
        DriftColumn column,
        DriftCheck check,
        Measured measured,
        double level,
        Interval interval,
        double exceedance,
        double shortfall) {

    /** Where the nearer verdict is as improbable as this, its p-value says nothing about how many rows it takes. */
    private static final double UNDECIDED = 0.3;

    static OpenMeasure of(DriftColumn column, DriftCheck check, Measured measured, double level) {
        var uncertainty = measured.uncertainty();
        if (uncertainty == null) {
            return new OpenMeasure(column, check, measured, level, new Interval(Double.NaN, Double.NaN), 1, 1);
        }
        Interval interval =
                Interval.of(uncertainty, measured.value(), check.measure().greatest(), level);
        double exceedance = uncertainty.exceedance(check.limit());
        double shortfall = uncertainty.shortfall(check.limit());
        return new OpenMeasure(column, check, measured, level, interval, exceedance, shortfall);
    }

    MeasuredDrift close(double adjusted, int comparisons) {
        DriftVerdict verdict = verdict(adjusted);
        RowsToSettle needed = verdict == DriftVerdict.INSUFFICIENT_EVIDENCE ? rowsToSettle() : RowsToSettle.UNKNOWN;
        var uncertainty = measured.uncertainty();
        return new MeasuredDrift(
                check.measure(),
                check.variant(column.isNumeric()),
                measured.value(),
                interval.lower(),
                interval.upper(),
                check.limit(),
                exceedance,
                adjusted,
                shortfall,
                uncertainty == null ? "none" : uncertainty.method(),
                verdict,
                needed.current() == 0 ? OptionalLong.empty() : OptionalLong.of(needed.current()),
                new Sentence(this, verdict, needed, comparisons).text());
    }

    private DriftVerdict verdict(double adjusted) {
        if (adjusted <= level) {
            return DriftVerdict.DRIFTED;
        }
        return shortfall <= level ? DriftVerdict.STABLE : DriftVerdict.INSUFFICIENT_EVIDENCE;
    }

    private RowsToSettle rowsToSettle() {
        var uncertainty = measured.uncertainty();
        if (uncertainty == null || uncertainty.limitedBySketch() || exceedance <= level) {
            return RowsToSettle.UNKNOWN;
        }
        double nearer = Math.min(exceedance, shortfall);
        double width = interval.upper() - interval.lower();
        if (nearer > UNDECIDED && width > check.limit() && Double.isFinite(width)) {
            // What was measured is mostly scatter: so many rows tell distances apart that differ by the limit.
            double times = check.limit() == 0 ? 1 : width / check.limit();
            return RowsToSettle.shrinking(times * times, measured.referenceCount(), measured.currentCount());
        }
        return RowsToSettle.of(nearer, level, measured.referenceCount(), measured.currentCount());
    }
}
