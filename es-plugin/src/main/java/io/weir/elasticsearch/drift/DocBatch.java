package io.weir.elasticsearch.drift;

import org.elasticsearch.common.util.LongArray;

/** Documents of one segment in ascending order, each with its bucket. */
final class DocBatch {
    static final int SIZE = 4096;

    private final int[] docs = new int[SIZE];
    private final long[] buckets = new long[SIZE];
    private int size;
    private long mostBucket;
    private boolean oneBucket = true;

    /** Adds a document, and says whether the batch is full now. */
    boolean add(int doc, long bucket) {
        docs[size] = doc;
        buckets[size] = bucket;
        oneBucket &= bucket == buckets[0];
        mostBucket = Math.max(mostBucket, bucket);
        return ++size == SIZE;
    }

    int size() {
        return size;
    }

    int doc(int index) {
        return docs[index];
    }

    long bucket(int index) {
        return buckets[index];
    }

    /** Whether all documents are in the first one's bucket. */
    boolean oneBucket() {
        return oneBucket;
    }

    /** The greatest bucket so far. */
    long mostBucket() {
        return mostBucket;
    }

    /** Counts the documents of each bucket. */
    void count(LongArray counts) {
        if (oneBucket) {
            counts.increment(buckets[0], size);
            return;
        }
        for (int i = 0; i < size; i++) {
            counts.increment(buckets[i], 1);
        }
    }

    void clear() {
        size = 0;
        oneBucket = true;
    }
}
