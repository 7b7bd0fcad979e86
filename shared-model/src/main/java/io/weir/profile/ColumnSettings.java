package io.weir.profile;

/**
 * How one column is summarised.
 *
 * @param masked whether no value may be stored
 * @param topCapacity frequent values that are surely told apart
 * @param k size of the quantile sketch
 * @param seed of its coins
 */
record ColumnSettings(boolean masked, int topCapacity, int k, long seed) {}
