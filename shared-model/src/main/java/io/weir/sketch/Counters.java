package io.weir.sketch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The hash table of {@link TopValues}: from a value's hash to how often it came, and its text once that is known. */
final class Counters {
    private static final int FIRST_ROOM = 16;

    private long[] hashes = new long[FIRST_ROOM];
    /** 0 where there is none. */
    private long[] counts = new long[FIRST_ROOM];

    private @Nullable String[] texts = new @Nullable String[FIRST_ROOM];
    private int size;
    private int last;

    // What stays when others are dropped: kept, because that happens often where values are many.
    private long[] spareHashes = {};
    private long[] spareCounts = {};

    private @Nullable String[] spareTexts = {};

    int size() {
        return size;
    }

    /** Adds to a value's counter, and says whether there was one. */
    boolean add(long hash, long weight) {
        int at = find(hash);
        if (counts[at] != 0) {
            counts[at] += weight;
            last = at;
            return true;
        }
        if (size * 4 >= counts.length * 3) {
            resize(counts.length * 2);
            at = find(hash);
        }
        hashes[at] = hash;
        counts[at] = weight;
        size++;
        last = at;
        return false;
    }

    /** Whether the counter last added to has no text. */
    boolean lacksText() {
        return texts[last] == null;
    }

    /** The text of the counter last added to. */
    void text(String text) {
        texts[last] = text;
    }

    void addAll(Counters others) {
        if (others == this) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] *= 2;
            }
            return;
        }
        others.forEach((hash, count, text) -> {
            add(hash, count);
            if (text != null && lacksText()) {
                text(text);
            }
        });
    }

    /**
     * Makes at most {@code most} counters stay: takes the next smaller count off all of them and drops those at 0.
     *
     * @return what was taken off
     */
    long keep(int most) {
        if (spareCounts.length < size) {
            spareHashes = new long[size];
            spareCounts = new long[size];
            spareTexts = new @Nullable String[size];
        }
        long off = nextSmaller(most);
        int kept = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > off) {
                spareHashes[kept] = hashes[i];
                spareCounts[kept] = counts[i] - off;
                spareTexts[kept++] = texts[i];
            }
        }
        Arrays.fill(counts, 0);
        Arrays.fill(texts, null);
        size = 0;
        for (int i = 0; i < kept; i++) {
            put(spareHashes[i], spareCounts[i], spareTexts[i]);
            spareTexts[i] = null;
        }
        return off;
    }

    /** The largest count but {@code most}. */
    private long nextSmaller(int most) {
        int next = 0;
        for (long count : counts) {
            if (count != 0) {
                spareCounts[next++] = count;
            }
        }
        Arrays.sort(spareCounts, 0, size);
        return spareCounts[size - most - 1];
    }

    private void resize(int room) {
        long[] oldHashes = hashes;
        long[] oldCounts = counts;
        @Nullable String[] oldTexts = texts;
        clear(room);
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0) {
                put(oldHashes[i], oldCounts[i], oldTexts[i]);
            }
        }
    }

    private void clear(int room) {
        hashes = new long[room];
        counts = new long[room];
        texts = new @Nullable String[room];
        size = 0;
    }

    private void put(long hash, long count, @Nullable String text) {
        int at = find(hash);
        hashes[at] = hash;
        counts[at] = count;
        texts[at] = text;
        size++;
    }

    private int find(long hash) {
        int mask = counts.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (counts[at] != 0 && hashes[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void forEach(TopValues.Visitor visitor) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                visitor.visit(hashes[i], counts[i], texts[i]);
            }
        }
    }

    long ramBytesUsed() {
        long bytes = 96 + 20L * (counts.length + spareCounts.length);
        for (@Nullable String text : texts) {
            bytes += text == null ? 0 : 56 + 2L * text.length();
        }
        return bytes;
    }
}
