/**
 * Detectors: what to watch, and the task that watches it.
 *
 * <p>Start at {@link io.weir.elasticsearch.detector.DetectorDefinition} for what a detector is, and at
 * {@link io.weir.elasticsearch.detector.DetectorRun} for one pass over the intervals that are due. Statistics come from the
 * shared model; what a run finds goes to {@code incident}.
 */
@NullMarked
package io.weir.elasticsearch.detector;

import org.jspecify.annotations.NullMarked;
