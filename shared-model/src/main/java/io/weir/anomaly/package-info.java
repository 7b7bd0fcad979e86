/**
 * Detectors that say which values of a series are unusual, by how much, and why.
 *
 * <p>Start at {@link io.weir.anomaly.AnomalyDetector}. Depends on {@code series} only.
 */
@NullMarked
package io.weir.anomaly;

import org.jspecify.annotations.NullMarked;
