package io.weir.drift.uncertainty;

/**
 * A sketch's error as rows: ranks from a sketch scatter as if they came from fewer rows than were seen. From many rows on, that
 * number no longer grows, and a verdict that needs more stays open however much data there is.
 */
public final class SketchWeight {
    /** The bound that a sketch states holds in 99 of 100 cases: so many standard deviations of a Gaussian error. */
    private static final double BOUND_IN_SIGMAS = 2.576;

    private SketchWeight() {}

    /** Rows whose median scatters as much as the sketch's of so many rows, both sources of scatter together. */
    public static double ofRanks(double count, double rankError) {
        return weighed(count, rankError, 0.25, 1);
    }

    /** Rows whose share in one of so many equal cells scatters as much: a cell lies between two ranks. */
    public static double ofCells(double count, double rankError, int cells) {
        double share = 1.0 / Math.max(2, cells);
        return weighed(count, rankError, share * (1 - share), 2);
    }

    private static double weighed(double count, double rankError, double variance, int ranks) {
        double sigma = rankError / BOUND_IN_SIGMAS;
        return 1 / (1 / count + ranks * sigma * sigma / variance);
    }
}
