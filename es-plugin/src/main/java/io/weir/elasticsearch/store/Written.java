package io.weir.elasticsearch.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link Write}.
 *
 * @param result how it went
 * @param seqNo sequence number of the document now, if written
 * @param primaryTerm primary term of the document now, if written
 * @param failure why not, if failed
 */
public record Written(
        Result result,
        long seqNo,
        long primaryTerm,
        @Nullable Exception failure) {
    /** How a write went. */
    public enum Result {
        /** It happened. */
        DONE,
        /** Somebody else changed or created the document first; nothing happened. */
        CONFLICT,
        /** The index did not take it; nothing is known to have happened. */
        FAILED
    }

    /** Whether it happened. */
    public boolean done() {
        return result == Result.DONE;
    }

    /** Whether somebody else was first. */
    public boolean conflict() {
        return result == Result.CONFLICT;
    }

    /** This, unless it failed: then the reason is thrown. */
    public Written orThrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return this;
    }
}
