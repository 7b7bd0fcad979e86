package io.weir.incident;

import java.time.Instant;

/**
 * One observation that speaks for an incident.
 *
 * @param at start of the interval it was made in
 * @param metric name of the metric
 * @param value what was seen, in the metric's unit; NaN where the metric itself was missing
 * @param expected what was expected; NaN if the rule expects nothing in particular
 * @param lower lower end of what is allowed; NaN if there is none
 * @param upper upper end of what is allowed; NaN if there is none
 * @param score unusualness in [0,1]; NaN for a plain threshold
 * @param reason one sentence
 */
public record Evidence(
        Instant at,
        String metric,
        double value,
        double expected,
        double lower,
        double upper,
        double score,
        String reason) {}
