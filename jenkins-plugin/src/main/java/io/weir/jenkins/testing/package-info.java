/**
 * The step {@code testModel}. Start at {@link io.weir.jenkins.testing.TestModelStep}; what runs on the agent is {@link
 * io.weir.jenkins.testing.AgentTest}, around the library's {@code io.weir.gate.model}.
 */
@NullMarked
package io.weir.jenkins.testing;

import org.jspecify.annotations.NullMarked;
