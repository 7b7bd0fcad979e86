package io.weir.elasticsearch.detector;

/** A search that did not see everything; its result is not used. */
final class IncompleteSearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteSearchException(int failed, int total, boolean timedOut) {
        super("the search saw only part of the data: " + failed + " of " + total + " shards failed"
                + (timedOut ? ", and its time ran out" : "") + "; the same intervals are tried again");
    }
}
