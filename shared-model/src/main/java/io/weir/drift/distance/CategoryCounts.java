package io.weir.drift.distance;

import io.weir.sketch.TopValues;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Categories with their counts.
 *
 * @param counts rows of each category; zeros are dropped
 * @param other rows whose category is not known by name
 * @param missing rows without a value
 * @param countError by how much one category's count can be wrong
 */
public record CategoryCounts(Map<String, Long> counts, long other, long missing, long countError)
        implements CategoricalDistribution {
    /** @throws IllegalArgumentException if a count is negative */
    public CategoryCounts {
        SortedMap<String, Long> kept = new TreeMap<>();
        counts.forEach((category, count) -> {
            require(count, "count of '" + category + "'");
            if (count > 0) {
                kept.put(category, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(kept);
        require(other, "other");
        require(missing, "missing");
        require(countError, "countError");
    }

    /** All categories, counted exactly, nothing missing. */
    public static CategoryCounts of(Map<String, Long> counts) {
        return new CategoryCounts(counts, 0, 0, 0);
    }

    /** All categories, counted exactly. */
    public static CategoryCounts of(Map<String, Long> counts, long missing) {
        return new CategoryCounts(counts, 0, missing, 0);
    }

    /**
     * What a sketch of the most frequent values knows: each value at least as often as it surely came, the rest as other.
     *
     * @param missing rows without a value
     */
    public static CategoryCounts of(TopValues values, long missing) {
        Map<String, Long> counts = new TreeMap<>();
        long other = values.total();
        for (TopValues.Entry entry : values.top(Integer.MAX_VALUE)) {
            long sure = Math.max(0, entry.count() - entry.maxOvercount());
            counts.merge(entry.value(), sure, Long::sum);
            other -= sure;
        }
        return new CategoryCounts(counts, Math.max(0, other), missing, values.maxOvercount());
    }

    private static void require(long count, String name) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " is " + count + ", must not be negative");
        }
    }
}
