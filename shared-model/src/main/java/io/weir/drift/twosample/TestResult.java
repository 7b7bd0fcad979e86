package io.weir.drift.twosample;

/**
 * What a test found.
 *
 * @param method the test's exact variant
 * @param statistic the test statistic
 * @param degreesOfFreedom of the statistic's distribution, or NaN if it has none
 * @param pValue probability of a statistic at least as extreme if the two sides do not differ, in [0, 1]
 */
public record TestResult(String method, double statistic, double degreesOfFreedom, double pValue) {}
