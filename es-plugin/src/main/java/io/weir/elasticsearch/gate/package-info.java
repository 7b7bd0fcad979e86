/**
 * What gates of pipelines have decided, in an index that people chart.
 *
 * <p>Start at {@link io.weir.elasticsearch.gate.GateActions}. A result is the document of the contract
 * ({@code io.weir.gate.GateJson}); it is told once and never changes.
 */
@NullMarked
package io.weir.elasticsearch.gate;

import org.jspecify.annotations.NullMarked;
