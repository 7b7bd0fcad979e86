/**
 * The Jenkins side of Weir. A delivery comes in by {@code webhook}, is kept by {@code delivery}, becomes builds through
 * {@code trigger}; the build knows its {@code incident} and reports back through {@code elasticsearch}. {@code access} says
 * who may do what, {@code board} shows a job's deliveries.
 */
@NullMarked
package io.weir.jenkins;

import org.jspecify.annotations.NullMarked;
