/**
 * Values as files hold them: {@link io.weir.value.Values} reads a text as a number, an instant or a truth value, and compares
 * any two. Depends on nothing.
 */
@NullMarked
package io.weir.value;

import org.jspecify.annotations.NullMarked;
