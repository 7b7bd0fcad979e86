package io.weir.profile;

/**
 * In a sample of different rows, equal values of one column always went with equal values of another, as a postcode with its
 * town. A guess, not a proof: the sample holds at most a thousand rows.
 *
 * @param from the column that determines
 * @param to the column that is determined
 * @param rows rows of the sample
 */
public record Dependency(String from, String to, int rows) {}
