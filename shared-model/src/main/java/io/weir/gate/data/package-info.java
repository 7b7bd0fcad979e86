/**
 * The gate for data, without a host: takes a table's profile and runs its schema's checks in one pass, compares the profile
 * with a baseline, and says what follows.
 *
 * <p>Start at {@link io.weir.gate.data.DataGate}, which runs where the data lie; {@link io.weir.gate.data.DataGateReport} is
 * what it hands back, {@link io.weir.gate.GateRule} how that becomes a verdict.
 */
@NullMarked
package io.weir.gate.data;

import org.jspecify.annotations.NullMarked;
