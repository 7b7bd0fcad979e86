/**
 * The small language of checks on rows: {@link io.weir.expression.Expression} reads a text such as
 * {@code pickup <= dropoff and fare > 0} and answers it for one {@link io.weir.expression.Row} after another.
 *
 * <p>It has no loops, no assignments and no way out of itself: an expression reads the row and nothing else, takes time
 * bounded by its own length and the row's, and can't run code. It knows nothing of schemas, files or hosts.
 */
@NullMarked
package io.weir.expression;

import org.jspecify.annotations.NullMarked;
