/**
 * The {@code anomaly} aggregation: what is unusual in a histogram's metric. Start at
 * {@link io.weir.elasticsearch.anomaly.AnomalyRegistration}.
 *
 * <p>Extracts a series, calls the detector of the shared model, and wraps its report. Must not depend on detectors,
 * incidents or the outbox.
 */
@NullMarked
package io.weir.elasticsearch.anomaly;

import org.jspecify.annotations.NullMarked;
