/**
 * How a request reaches a feature: REST handler, transport action, operation.
 *
 * <p>Start at {@link io.weir.elasticsearch.api.Endpoint}. Every handler does nothing but call its transport action, whose
 * name ({@code cluster:admin/weir/…} or {@code cluster:monitor/weir/…}) is what roles grant. Knows no feature.
 */
@NullMarked
package io.weir.elasticsearch.api;

import org.jspecify.annotations.NullMarked;
