package io.weir.table;

import java.util.concurrent.atomic.LongAdder;

/** Bytes that were read, written by readers and read by whoever shows the progress. */
final class ByteCount {
    private final LongAdder bytes = new LongAdder();

    void add(long more) {
        bytes.add(more);
    }

    long get() {
        return bytes.sum();
    }
}
