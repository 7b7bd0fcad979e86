package io.weir.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the slope of a series changes without a step: within each stretch between level shifts the clearest bend is
 * taken, and both halves are looked at again, while bends are significant and large enough to matter. O(n) per level.
 */
final class SlopeChanges {
    /** A slope needs more values than a level. */
    private static final int LEAST_DURATION = 3 * Steadied.LEAST_DURATION;

    /** How far a bend must leave the straight line, in spreads of a single value. */
    private static final double LEAST_SIGMAS = 1;

    private static final int PLACES = 64;

    private final Steadied series;
    private final Contrasts contrasts;
    private final List<Shift> found = new ArrayList<>();

    private SlopeChanges(Steadied series) {
        this.series = series;
        contrasts = series.contrasts();
    }

    /** The changes of slope in order; {@code before} and {@code after} are slopes per interval. */
    static List<Shift> find(Steadied series, List<Shift> levels) {
        if (series.isConstant()) {
            return List.of();
        }
        SlopeChanges search = new SlopeChanges(series);
        int from = 0;
        for (Shift level : levels) {
            search.split(from, level.index());
            from = level.index();
        }
        search.split(from, series.size());
        search.found.sort(Comparator.comparingInt(Shift::index));
        return List.copyOf(search.found);
    }

    private void split(int from, int to) {
        if (to - from < 2 * LEAST_DURATION) {
            return;
        }
        int at = sharpest(from, to);
        double kink = contrasts.kinkBesideLine(from, at, to);
        double before = contrasts.slope(from, at);
        double after = contrasts.slope(at, to);
        double height = Math.abs(after - before) * (at - from) * (to - at) / (to - from) / 2;
        if (series.isSignificant(kink, from, to) && height > LEAST_SIGMAS * series.sigma()) {
            split(from, at);
            found.add(new Shift(at, before, after, series.pValue(kink, from, to)));
            split(at, to);
        }
    }

    private int sharpest(int from, int to) {
        int stride = Math.max(1, (to - from) / PLACES);
        int first = from + LEAST_DURATION;
        int last = to - LEAST_DURATION;
        int best = sharpest(from, to, first, last, stride);
        return stride == 1
                ? best
                : sharpest(from, to, Math.max(first, best - stride), Math.min(last, best + stride), 1);
    }

    private int sharpest(int from, int to, int first, int last, int stride) {
        int best = first;
        double highest = -1;
        for (int at = first; at <= last; at += stride) {
            double kink = Math.abs(contrasts.kinkBesideLine(from, at, to));
            if (kink > highest) {
                highest = kink;
                best = at;
            }
        }
        return best;
    }
}
