/**
 * Incidents: how a detector's findings become documents, and what people and jobs do to them.
 *
 * <p>Start at {@link io.weir.elasticsearch.incident.Lifecycle}, which decides, and
 * {@link io.weir.elasticsearch.incident.IncidentStore}, which makes it last. Knows nothing of how findings come about.
 */
@NullMarked
package io.weir.elasticsearch.incident;

import org.jspecify.annotations.NullMarked;
