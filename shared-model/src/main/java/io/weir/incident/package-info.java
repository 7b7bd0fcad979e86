/**
 * Incidents: what is wrong, how bad, since when, and what was done about it.
 *
 * <p>Start at {@link io.weir.incident.Incident}; {@link io.weir.incident.IncidentJson} is the only place that knows the
 * names of the JSON fields, which {@code docs/contracts/incident.schema.json} describes.
 */
@NullMarked
package io.weir.incident;

import org.jspecify.annotations.NullMarked;
