package io.weir.jenkins.incident;

import io.weir.incident.Outcome;
import java.time.Instant;

/**
 * A line of what a build said of its incidents.
 *
 * @param at when
 * @param outcome what it came to
 * @param note in the Jenkinsfile's words, possibly empty
 */
public record Reported(Instant at, Outcome outcome, String note) {}
