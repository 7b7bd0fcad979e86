package io.weir.elasticsearch.drift;

import io.weir.sketch.TopValues;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.elasticsearch.search.DocValueFormat;

/** Turns counts of a segment's ordinals into frequent values: looks up the texts that are frequent, and weighs the others. */
final class OrdinalCounts {
    /** Beyond that many values of a segment, an array of counts takes more than 64 MB. */
    static final int MOST = 1 << 24;

    private OrdinalCounts() {}

    static void addTo(TopValues top, int[] counts, SortedSetDocValues values, DocValueFormat format)
            throws IOException {
        int rare = rare(counts);
        long weight = 0;
        for (int ord = 0; ord < counts.length; ord++) {
            if (counts[ord] > rare) {
                top.add(format.format(values.lookupOrd(ord)).toString(), counts[ord]);
            } else {
                weight += counts[ord];
            }
        }
        if (rare > 0) {
            top.addRare(weight, rare);
        }
    }

    /**
     * How often a value comes that need not be told apart: 0 if all can be, else the most for which the rest is so heavy that
     * leaving it out stays within the sketch's bound.
     */
    private static int rare(int[] counts) {
        int distinct = 0;
        for (int count : counts) {
            distinct += count > 0 ? 1 : 0;
        }
        if (distinct <= 2 * ColumnSketch.TOP_CAPACITY) {
            return 0;
        }
        int[] sorted = new int[distinct];
        int next = 0;
        for (int count : counts) {
            if (count > 0) {
                sorted[next++] = count;
            }
        }
        Arrays.sort(sorted);
        int most = sorted[distinct - ColumnSketch.TOP_CAPACITY - 1];
        long weight = 0;
        int rare = 0;
        for (int i = 0; i < distinct && sorted[i] <= most; i++) {
            weight += sorted[i];
            boolean last = i + 1 == distinct || sorted[i + 1] > sorted[i];
            if (last && weight / (ColumnSketch.TOP_CAPACITY + 1L) >= sorted[i]) {
                rare = sorted[i];
            }
        }
        return rare;
    }
}
