package io.weir.jenkins.gate;

import io.weir.gate.GateMetric;
import io.weir.gate.GateVerdict;
import org.jspecify.annotations.Nullable;

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
 * @param metric the number that matters most, or null if the gate measures none
 */
record TrendPoint(
        long build,
        String gate,
        String subject,
        GateVerdict verdict,
        long rows,
        long failed,
        long total,
        @Nullable GateMetric metric) {}
