/**
 * The gate for models, without a host: tests a model by its predictions, writes what it leaves in the workspace, and turns the
 * result into findings.
 *
 * <p>Start at {@link io.weir.gate.model.ModelGate}, which runs where the predictions lie; {@link
 * io.weir.gate.model.ModelFindings} is what a {@link io.weir.gate.GateRule} judges.
 */
@NullMarked
package io.weir.gate.model;

import org.jspecify.annotations.NullMarked;
