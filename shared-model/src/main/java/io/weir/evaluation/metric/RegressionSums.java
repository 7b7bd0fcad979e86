package io.weir.evaluation.metric;

/** Places in the array of sums that {@link Regression} fills. */
final class RegressionSums {
    static final int WEIGHT = 0;
    static final int LABEL = 1;
    static final int LABEL_SQUARES = 2;
    static final int ERROR = 3;
    static final int ABSOLUTE = 4;
    static final int SQUARES = 5;
    static final int PERCENTAGE = 6;
    static final int SYMMETRIC = 7;
    static final int MAGNITUDE = 8;
    static final int COUNT = 9;

    private RegressionSums() {}
}
