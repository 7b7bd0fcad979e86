package io.weir.evaluation;

/** How much a result holds at most; the schema has the same numbers. */
final class EvaluationLimits {
    static final int METRICS = 64;
    static final int JUDGEMENTS = 300;
    static final int SLICES = 100;
    static final int WEAKEST = 50;
    static final int FAIRNESS = 8;
    static final int CURVES = 16;
    static final int FINDINGS = 200;
    static final int IMPORTANCES = 400;
    static final int DISTURBANCES = 16;
    static final int NAME = 200;
    static final int TEXT = 1_000;
    static final long ROWS = 1L << 50;

    private EvaluationLimits() {}

    /** Not longer than that. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
