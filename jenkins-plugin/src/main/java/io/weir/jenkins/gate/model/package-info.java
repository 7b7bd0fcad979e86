/**
 * What a gate for models found, on its page: metrics, curves, slices and groups.
 *
 * <p>Start at {@link io.weir.jenkins.gate.model.ModelView}.
 */
@NullMarked
package io.weir.jenkins.gate.model;

import org.jspecify.annotations.NullMarked;
