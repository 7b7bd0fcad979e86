package io.weir.anomaly;

import io.weir.incident.Severity;

/**
 * A run of anomalous intervals.
 *
 * @param from index of its first interval
 * @param to index of its last interval, inclusive
 * @param peak index of the interval with the highest score
 * @param peakScore that score, in [0,1]
 * @param severity how bad it is
 * @param reason one sentence: what was seen, what was expected, by how much it is off
 */
public record AnomalousStretch(int from, int to, int peak, double peakScore, Severity severity, String reason) {}
