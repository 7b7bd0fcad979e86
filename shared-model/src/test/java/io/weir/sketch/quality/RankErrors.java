package io.weir.sketch.quality;

import io.weir.sketch.SortedView;

/** The error of a sketch against all values. */
final class RankErrors {
    private RankErrors() {}

    /** The largest distance between the two distribution functions, over all numbers (Kolmogorov's), as a share. */
    static double largest(SortedView view, double[] sorted) {
        double worst = 0;
        int at = 0;
        long known = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            while (at < view.size() && view.value(at) < sorted[i]) {
                known = view.cumulative(at++);
            }
            worst = Math.max(worst, Math.abs(known - i));
            while (at < view.size() && view.value(at) <= sorted[i]) {
                known = view.cumulative(at++);
            }
            worst = Math.max(worst, Math.abs(known - end));
            i = end;
        }
        return worst / sorted.length;
    }
}
