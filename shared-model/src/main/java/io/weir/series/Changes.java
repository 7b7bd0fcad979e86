package io.weir.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All lasting changes of a whole series.
 *
 * <p>This looks back: whether and where a change is seen depends on what comes after it, so it is not causal. Each kind
 * shows in independent noise in one series of a hundred at most. Noise that wanders slowly is allowed for as far as the
 * series is long enough to measure it; a random walk has no level, and changes may be seen in it. See
 * docs/anomaly-detection.md for the method, its sources and limits. O(n log n).
 *
 * @param levels shifts of the level, in the metric's unit
 * @param slopes changes of the slope, in the metric's unit per interval
 * @param spreads changes of the spread about the level, in the metric's unit
 */
public record Changes(List<Shift> levels, List<Shift> slopes, List<Shift> spreads) {
    /** Shorter series show no lasting changes. */
    public static final int LEAST_VALUES = 2 * Steadied.LEAST_DURATION;

    /** Copies the lists. */
    public Changes {
        levels = List.copyOf(levels);
        slopes = List.copyOf(slopes);
        spreads = List.copyOf(spreads);
    }

    /** The changes of {@code values}, which hold no gaps and no season, of noise that is as strong everywhere. */
    public static Changes of(double[] values) {
        double[] alike = new double[values.length];
        Arrays.fill(alike, 1);
        return of(values, alike);
    }

    /**
     * The changes of {@code values}, which hold no gaps and no season.
     *
     * @param values in the metric's unit
     * @param relativeSpread how strong the noise of each is expected to be by its place in the season, above 0
     */
    public static Changes of(double[] values, double[] relativeSpread) {
        if (values.length < LEAST_VALUES) {
            return new Changes(List.of(), List.of(), List.of());
        }
        Steadied series = new Steadied(values);
        List<Shift> levels = LevelShifts.find(series);
        List<Shift> slopes = SlopeChanges.find(series, levels);
        double[] distances = distances(values, series, levels, slopes);
        for (int i = 0; i < distances.length; i++) {
            distances[i] /= relativeSpread[i];
        }
        return new Changes(levels, slopes, spreads(distances));
    }

    /** How far each value is from the line through its own stretch. */
    private static double[] distances(double[] values, Steadied series, List<Shift> levels, List<Shift> slopes) {
        List<Integer> places = new ArrayList<>(List.of(values.length));
        levels.forEach(shift -> places.add(shift.index()));
        slopes.forEach(shift -> places.add(shift.index()));
        places.sort(null);
        double[] distances = new double[values.length];
        int from = 0;
        for (int to : places) {
            double slope = to - from < LEAST_VALUES ? 0 : series.contrasts().slope(from, to);
            double level = series.median(from, to);
            for (int i = from; i < to; i++) {
                distances[i] = Math.abs(values[i] - level - slope * (i - (from + to - 1) / 2.0));
            }
            from = to;
        }
        return distances;
    }

    /** The square root of a distance is nearly Gaussian, so that a change of spread is a shift of its level. */
    private static List<Shift> spreads(double[] distances) {
        double[] roots = new double[distances.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(distances[i]);
        }
        List<Shift> shifts = LevelShifts.find(new Steadied(roots));
        List<Shift> spreads = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            int from = i == 0 ? 0 : shifts.get(i - 1).index();
            int to = i + 1 == shifts.size()
                    ? distances.length
                    : shifts.get(i + 1).index();
            double before = spread(distances, from, shift.index());
            double after = spread(distances, shift.index(), to);
            spreads.add(new Shift(shift.index(), before, after, shift.pValue()));
        }
        return spreads;
    }

    private static double spread(double[] distances, int from, int to) {
        double[] segment = new double[to - from];
        System.arraycopy(distances, from, segment, 0, segment.length);
        return Quantiles.quantile(segment, segment.length, Spread.ONE_SIGMA);
    }
}
