package io.weir.elasticsearch.profile;

import io.weir.elasticsearch.memory.BreakerCharge;
import org.elasticsearch.common.util.BigArrays;

/**
 * What a profile takes of a node's memory while it is read, on the request circuit breaker: a document of 16 MiB takes some
 * hundred, and its sketches inflate. Factors as measured on profiles of 6 to 200 columns, rounded up.
 */
final class ProfileMemory implements AutoCloseable {
    /** Of a document that Weir wrote: its bytes, their copy, the parser's buffers, the tree, and what is written of it. */
    private static final long OF_STORED = 6;

    /** Of one that anybody may have sent: a tree of nothing but short lists takes more. */
    private static final long OF_SENT = 12;

    /** Of the inflated sketches: what they are once they are read. */
    private static final long OF_INFLATED = 2;

    private final BreakerCharge charge;

    private ProfileMemory(BreakerCharge charge) {
        this.charge = charge;
    }

    /** Memory for a profile of that name and version, none of it taken yet. */
    static ProfileMemory of(BigArrays arrays, String id) {
        return new ProfileMemory(BreakerCharge.open(
                arrays, "profile " + id + ", to be read by Weir; profile fewer columns, or give the node more memory"));
    }

    /** A stored document of so many bytes will be parsed. */
    void stored(int bytes) {
        charge.add(OF_STORED * bytes);
    }

    /** A request's body of so many bytes will be parsed. */
    void sent(int bytes) {
        charge.add(OF_SENT * bytes);
    }

    /** So many more bytes of sketches will be read. */
    void inflated(int bytes) {
        charge.add(OF_INFLATED * bytes);
    }

    @Override
    public void close() {
        charge.close();
    }
}
