package io.weir.series;

/**
 * One lasting change.
 *
 * @param index first value of the new regime
 * @param before its level, or slope, before
 * @param after its level, or slope, after
 * @param pValue probability of a change at least this clear anywhere in the series by chance, in [0,1]
 */
public record Shift(int index, double before, double after, double pValue) {}
