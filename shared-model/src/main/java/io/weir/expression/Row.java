package io.weir.expression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an expression can see of the row that it is asked about. */
public interface Row {
    /**
     * A value of the row.
     *
     * @param column index into {@link Expression#columns()}
     * @return a {@link String}, {@link Long}, {@link Double}, {@link Boolean} or {@link Instant}; null where it is missing
     */
    @Nullable
    Object value(int column);

    /** What {@code now()} means: one instant for the whole run, so that all rows are held against the same. */
    Instant now();
}
