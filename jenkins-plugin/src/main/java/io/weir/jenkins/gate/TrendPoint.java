package io.weir.jenkins.gate;

import io.weir.gate.GateVerdict;

/**
 * One run of a gate, for the trend.
 *
 * @param build its number
 * @param gate the step
 * @param subject what it is about
 * @param verdict what was decided
 * @param rows of the data
 * @param failed findings that do not hold, warnings included
 * @param total all findings
 */
record TrendPoint(long build, String gate, String subject, GateVerdict verdict, long rows, long failed, long total) {}
