/**
 * The {@code drift} aggregation: have live fields drifted from a stored profile, or from other documents?
 *
 * <p>Start at {@link io.weir.elasticsearch.drift.DriftAggregationBuilder}. The node that gets the search fetches the reference
 * once ({@link io.weir.elasticsearch.drift.DriftPlan}); each shard makes sketches of the fields
 * ({@link io.weir.elasticsearch.drift.DriftAggregator}); they merge in any order
 * ({@link io.weir.elasticsearch.drift.InternalDrift}), and the last reduction judges them by the library's own judge. No
 * reference and no report ever travels from a shard.
 */
@NullMarked
package io.weir.elasticsearch.drift;

import org.jspecify.annotations.NullMarked;
