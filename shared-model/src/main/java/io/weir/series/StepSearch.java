package io.weir.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Where steps may be: sought in nested intervals of all lengths (seeded binary segmentation: Kovács, Bühlmann, Li and
 * Munk, Biometrika 2023) and taken from the shortest interval that shows them, so that each is found apart from the
 * others (narrowest over threshold: Baranowski, Chen and Fryzlewicz, JRSS-B 2019). O(n log n).
 */
final class StepSearch {
    /** How many places of a long interval are tried before the best is refined. */
    private static final int PLACES = 32;

    private final Contrasts contrasts;
    private final int size;
    private final int leastDuration;

    /** A search over {@code size} values for steps at least {@code leastDuration} from each other and from both ends. */
    StepSearch(Contrasts contrasts, int size, int leastDuration) {
        this.contrasts = contrasts;
        this.size = size;
        this.leastDuration = leastDuration;
    }

    /** A step that stands out in an interval. */
    private record Candidate(int from, int at, int to, double contrast) {
        int length() {
            return to - from;
        }
    }

    /** The places of steps whose contrast is above {@code bar}, in order. */
    List<Integer> places(double bar) {
        List<Candidate> candidates = new ArrayList<>();
        for (int length = 2 * leastDuration; length < 2 * size; length *= 2) {
            for (int from = 0; from + 2 * leastDuration <= size; from += length / 2) {
                int to = Math.min(size, from + length);
                int at = clearest(from, to);
                double contrast = Math.abs(contrasts.step(from, at, to));
                if (contrast > bar) {
                    candidates.add(new Candidate(from, at, to, contrast));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::length).thenComparing(c -> -c.contrast()));
        TreeSet<Integer> places = new TreeSet<>();
        for (Candidate candidate : candidates) {
            Integer next = places.higher(candidate.from());
            if (next == null || next >= candidate.to()) {
                places.add(candidate.at());
            }
        }
        return List.copyOf(places);
    }

    /** The place of the clearest step in [from, to): on a grid first, then around the best place of it. */
    int clearest(int from, int to) {
        int stride = Math.max(1, (to - from) / PLACES);
        int first = from + leastDuration;
        int last = to - leastDuration;
        int best = clearest(from, to, first, last, stride);
        return stride == 1
                ? best
                : clearest(from, to, Math.max(first, best - stride), Math.min(last, best + stride), 1);
    }

    private int clearest(int from, int to, int first, int last, int stride) {
        int best = first;
        double highest = -1;
        for (int at = first; at <= last; at += stride) {
            double contrast = Math.abs(contrasts.step(from, at, to));
            if (contrast > highest) {
                highest = contrast;
                best = at;
            }
        }
        return best;
    }
}
