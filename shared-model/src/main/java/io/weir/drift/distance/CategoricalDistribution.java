package io.weir.drift.distance;

import java.util.Map;

/**
 * What is known of one categorical column: how often each category occurs, as far as categories are known by name. Missing
 * values are counted apart.
 */
public interface CategoricalDistribution {
    /** Rows of each category that is known by name; every count is at least 1. */
    Map<String, Long> counts();

    /** Rows with a value whose category is not known by name, because only the most frequent were kept. */
    long other();

    /** How many rows have no value. */
    long missing();

    /** By how much one category's count can be wrong: 0 if all were counted. */
    long countError();

    /** How many rows have a value. */
    default long count() {
        return counts().values().stream().mapToLong(Long::longValue).sum() + other();
    }
}
