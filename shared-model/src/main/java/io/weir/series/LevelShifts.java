package io.weir.series;

import java.util.ArrayList;
import java.util.List;

/**
 * All lasting shifts of a series' level: steps of {@link StepSearch} that stay significant between their neighbours, are
 * large enough to matter, and are not explained better by a slope or a bend. O(n log n).
 */
final class LevelShifts {
    /** Half a spread: smaller shifts can be significant in long series, but matter to nobody (Cohen's "medium"). */
    private static final double LEAST_SIGMAS = 0.5;

    /** Places of a bend that are tried. */
    private static final int BENDS = 32;

    private final Steadied series;
    private final Contrasts contrasts;
    private final StepSearch search;

    private LevelShifts(Steadied series) {
        this.series = series;
        contrasts = series.contrasts();
        search = new StepSearch(contrasts, series.size(), Steadied.LEAST_DURATION);
    }

    /** The shifts in order. */
    static List<Shift> find(Steadied series) {
        return series.isConstant() ? List.of() : new LevelShifts(series).find();
    }

    private List<Shift> find() {
        List<Integer> places = new ArrayList<>(search.places(series.bar()));
        places.addFirst(0);
        places.addLast(series.size());
        for (int i = 0; i < places.size(); i++) {
            settle(places, i);
        }
        List<Double> weakness = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            weakness.add(weakness(places, i));
        }
        while (dropWeakest(places, weakness)) {
            // goes on until all that are left are shifts
        }
        return describe(places);
    }

    private static boolean isEnd(List<Integer> places, int i) {
        return i <= 0 || i >= places.size() - 1;
    }

    /** Moves a place to where the step between its neighbours is clearest. */
    private void settle(List<Integer> places, int i) {
        if (!isEnd(places, i) && places.get(i + 1) - places.get(i - 1) >= 2 * Steadied.LEAST_DURATION) {
            places.set(i, search.clearest(places.get(i - 1), places.get(i + 1)));
        }
    }

    private boolean dropWeakest(List<Integer> places, List<Double> weakness) {
        int weakest = 0;
        for (int i = 1; i < weakness.size(); i++) {
            weakest = weakness.get(i) > weakness.get(weakest) ? i : weakest;
        }
        if (!(weakness.get(weakest) > 0)) {
            return false;
        }
        places.remove(weakest);
        weakness.remove(weakest);
        settle(places, weakest - 1);
        settle(places, weakest);
        for (int i = Math.max(0, weakest - 2); i <= Math.min(places.size() - 1, weakest + 1); i++) {
            weakness.set(i, weakness(places, i));
        }
        return true;
    }

    /** 0 for a shift and for both ends; else the higher, the less of a shift it is. */
    private double weakness(List<Integer> places, int i) {
        if (isEnd(places, i)) {
            return 0;
        }
        int from = places.get(i - 1);
        int at = places.get(i);
        int to = places.get(i + 1);
        return isShift(from, at, to) ? 0 : 1 / (1 + Math.abs(contrasts.step(from, at, to)) / series.bar());
    }

    private boolean isShift(int from, int at, int to) {
        double step = Math.abs(contrasts.step(from, at, to));
        double size = step * Math.sqrt(1.0 / (at - from) + 1.0 / (to - at));
        if (!series.isSignificant(step, from, to) || size < LEAST_SIGMAS * series.sigma()) {
            return false;
        }
        double besideLine = Math.abs(contrasts.stepBesideLine(from, at, to));
        boolean beatsLine = step > Math.abs(contrasts.line(from, to)) || series.isSignificant(besideLine, from, to);
        return beatsLine && besideLine > sharpestBend(from, to);
    }

    private double sharpestBend(int from, int to) {
        double sharpest = 0;
        int stride = Math.max(1, (to - from) / BENDS);
        for (int at = from + stride; at < to; at += stride) {
            sharpest = Math.max(sharpest, Math.abs(contrasts.kinkBesideLine(from, at, to)));
        }
        return sharpest;
    }

    private List<Shift> describe(List<Integer> places) {
        List<Shift> shifts = new ArrayList<>();
        for (int i = 1; i + 1 < places.size(); i++) {
            int from = places.get(i - 1);
            int at = places.get(i);
            int to = places.get(i + 1);
            double pValue = series.pValue(contrasts.step(from, at, to), from, to);
            shifts.add(new Shift(at, series.median(from, at), series.median(at, to), pValue));
        }
        return List.copyOf(shifts);
    }
}
