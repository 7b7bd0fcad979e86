package io.weir.anomaly;

/**
 * A lasting change of a series.
 *
 * <p>Unlike scores, change points look at the whole series, later intervals included.
 *
 * @param index first interval of the new regime
 * @param kind what changed
 * @param before what it was before: the typical value, the spread (one standard deviation) or the slope, in the metric's
 *     unit or, for the slope, the unit per interval
 * @param after what it is since, in the same unit
 * @param pValue probability of a change at least this clear anywhere in the series by chance, in [0,1]
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
