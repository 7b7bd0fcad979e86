package io.weir.anomaly;

/**
 * A lasting change of a series.
 *
 * @param index first interval of the new regime
 * @param kind what changed
 * @param before typical value before, in the metric's unit
 * @param after typical value after, in the metric's unit
 * @param pValue probability of a change at least this large by chance, in [0,1]
 * @param reason one sentence
 */
public record ChangePoint(int index, Kind kind, double before, double after, double pValue, String reason) {
    /** What changed. */
    public enum Kind {
        /** The level moved. */
        LEVEL,
        /** The spread changed. */
        SPREAD,
        /** The slope changed. */
        TREND
    }
}
