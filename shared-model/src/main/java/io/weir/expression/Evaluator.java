package io.weir.expression;

import org.jspecify.annotations.Nullable;

/** A part of an expression, ready to be asked. Null stands for missing. */
@FunctionalInterface
interface Evaluator {
    @Nullable
    Object of(Row row);
}
