/**
 * Models that are served over HTTP: asked for predictions of a table's rows, and measured while they answer.
 *
 * <p>Start at {@link io.weir.evaluation.endpoint.ModelEndpoint}. Two protocols are spoken: the Open Inference Protocol v2 (KServe,
 * MLServer, Triton) and MLflow's {@code /invocations}. All HTTP goes through {@link io.weir.evaluation.endpoint.HttpTransport}, the
 * library's only maker of HTTP clients. Only the gate for models
 * depends on this package.
 */
@NullMarked
package io.weir.evaluation.endpoint;

import org.jspecify.annotations.NullMarked;
