/**
 * The step {@code validateData}. Start at {@link io.weir.jenkins.validation.ValidateDataStep}; what runs on the agent is
 * {@link io.weir.jenkins.validation.AgentRun}, around the library's {@code io.weir.gate.data}.
 */
@NullMarked
package io.weir.jenkins.validation;

import org.jspecify.annotations.NullMarked;
