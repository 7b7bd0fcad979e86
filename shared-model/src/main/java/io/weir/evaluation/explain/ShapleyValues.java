package io.weir.evaluation.explain;

/**
 * What each feature adds to the score of one row.
 *
 * @param values by feature; they sum to the row's score less {@code base}
 * @param errors standard errors of the values, from the pairs of orders
 * @param base mean score of the background rows that were drawn
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record ShapleyValues(double[] values, double[] errors, double base) {}
