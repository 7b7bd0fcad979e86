package io.weir.anomaly;

import io.weir.series.Changes;
import io.weir.series.SeasonalProfile;
import io.weir.series.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Tells the lasting changes of a series with gaps and a season; not causal, see {@link Changes}. */
final class ChangePoints {
    private ChangePoints() {}

    /**
     * All changes, in order of time.
     *
     * @param values NaN is a gap
     * @param origin the first interval with a value
     * @param period intervals in the season, 0 for none
     */
    static List<ChangePoint> of(double[] values, int origin, int period) {
        SeasonalProfile season =
                period == 0 ? SeasonalProfile.flat(1) : SeasonalProfile.of(values, origin, values.length, period);
        double[] plain = new double[values.length];
        double[] spread = new double[values.length];
        int[] interval = new int[values.length];
        int count = 0;
        for (int i = origin; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                int phase = (i - origin) % season.period();
                plain[count] = values[i] - season.level(phase);
                spread[count] = season.spread(phase);
                interval[count++] = i;
            }
        }
        Changes changes = Changes.of(Arrays.copyOf(plain, count), Arrays.copyOf(spread, count));
        List<ChangePoint> points = new ArrayList<>();
        add(points, changes.levels(), ChangePoint.Kind.LEVEL, interval);
        add(points, changes.slopes(), ChangePoint.Kind.TREND, interval);
        add(points, changes.spreads(), ChangePoint.Kind.SPREAD, interval);
        points.sort(Comparator.comparingInt(ChangePoint::index).thenComparing(ChangePoint::kind));
        return points;
    }

    private static void add(List<ChangePoint> points, List<Shift> shifts, ChangePoint.Kind kind, int[] interval) {
        for (Shift shift : shifts) {
            points.add(new ChangePoint(
                    interval[shift.index()],
                    kind,
                    shift.before(),
                    shift.after(),
                    shift.pValue(),
                    sentence(kind, shift)));
        }
    }

    private static String sentence(ChangePoint.Kind kind, Shift shift) {
        boolean up = shift.after() > shift.before();
        String change = switch (kind) {
            case LEVEL -> up ? "the level rose" : "the level fell";
            case SPREAD -> up ? "the spread grew" : "the spread shrank";
            case TREND -> "the slope changed";
        };
        String unit = kind == ChangePoint.Kind.TREND ? " per interval" : "";
        return change + " from " + Numbers.shortest(shift.before()) + " to " + Numbers.shortest(shift.after()) + unit;
    }
}
