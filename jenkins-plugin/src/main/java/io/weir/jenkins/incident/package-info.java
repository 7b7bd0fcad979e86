/**
 * The incident of a build: why it was started ({@link io.weir.jenkins.incident.IncidentCause}), what the incident is
 * ({@link io.weir.jenkins.incident.IncidentAction}, kept in a file beside {@code build.xml}), and the steps
 * {@code incident} and {@code resolveIncident}.
 */
@NullMarked
package io.weir.jenkins.incident;

import org.jspecify.annotations.NullMarked;
