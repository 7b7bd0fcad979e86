/**
 * What a gate of a pipeline has decided: may these data, this model, this release go on?
 *
 * <p>Start at {@link io.weir.gate.GateResult}; {@link io.weir.gate.GateJson} is the contract
 * {@code docs/contracts/gate.schema.json}, which the step that decides, Jenkins and Elasticsearch all read strictly.
 */
@NullMarked
package io.weir.gate;

import org.jspecify.annotations.NullMarked;
