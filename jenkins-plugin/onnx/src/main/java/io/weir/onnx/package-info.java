/** The companion of {@code testModel} that runs an ONNX model on the agent. */
@NullMarked
package io.weir.onnx;

import org.jspecify.annotations.NullMarked;
