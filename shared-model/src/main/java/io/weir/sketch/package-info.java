/**
 * Small summaries of long streams that merge: quantiles, distinct counts, frequent values, moments.
 *
 * <p>Start at {@link io.weir.sketch.KllSketch}. Every sketch says how far its answers can be from the truth, gives the
 * same answers for the same input and seed, merges in any order within that error, and writes itself in a layout that is
 * drawn in its class comment, version first. What reads a sketch trusts nothing that it reads.
 *
 * <p>None is thread-safe: one sketch per thread, merged at the end.
 *
 * <p>Depends on nothing else of this library, and knows neither Jenkins nor Elasticsearch.
 */
@NullMarked
package io.weir.sketch;

import org.jspecify.annotations.NullMarked;
