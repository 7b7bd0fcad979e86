package io.weir.elasticsearch.drift;

import java.util.List;
import java.util.function.LongConsumer;

/** Keeps the request circuit breaker informed of what sketches hold: upfront for new ones, and as measured now and then. */
final class SketchMemory {
    /** Sketches grow with the logarithm of what they see; between two looks each can gain some kilobytes. */
    private static final long BETWEEN = 1 << 17;

    private final LongConsumer breaker;
    private long charged;
    private long sinceMeasured;

    SketchMemory(LongConsumer breaker) {
        this.breaker = breaker;
    }

    /** Charges a sketch before it is made. */
    void charge(long bytes) {
        breaker.accept(bytes);
        charged += bytes;
    }

    /** Takes note of documents, and measures if they are many. */
    void added(int documents, List<FieldCollector> collectors) {
        sinceMeasured += documents;
        if (sinceMeasured >= BETWEEN) {
            measure(collectors);
        }
    }

    /** Charges what the sketches hold. */
    void measure(List<FieldCollector> collectors) {
        sinceMeasured = 0;
        long held = 0;
        for (FieldCollector collector : collectors) {
            held += collector.ramBytesUsed();
        }
        long more = held - charged;
        breaker.accept(more);
        charged = held;
    }
}
