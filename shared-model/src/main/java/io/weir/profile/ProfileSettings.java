package io.weir.profile;

import java.util.Set;

/**
 * How much a profile takes note of.
 *
 * @param masked columns of which no value is stored
 * @param threads threads that read and count; the caller's is one of them
 * @param correlated most numeric columns whose correlations are computed: each pair costs about a nanosecond a row
 * @param seed of the sketches' coins; the same data, settings and seed make the same profile
 */
public record ProfileSettings(Set<String> masked, int threads, int correlated, long seed) {
    /** Columns beyond the first so many numeric ones have no correlations. */
    public static final int DEFAULT_CORRELATED = 20;

    /** Nothing masked, all cores. */
    public static final ProfileSettings DEFAULT =
            new ProfileSettings(Set.of(), Runtime.getRuntime().availableProcessors(), DEFAULT_CORRELATED, 1);

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public ProfileSettings {
        masked = Set.copyOf(masked);
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads is " + threads + ", must be from 1 to 256");
        }
        if (correlated < 0 || correlated > 200) {
            throw new IllegalArgumentException("correlated is " + correlated + ", must be from 0 to 200");
        }
    }

    /** The same with masked columns. */
    public ProfileSettings withMasked(Set<String> columns) {
        return new ProfileSettings(columns, threads, correlated, seed);
    }

    /** The same with another number of threads. */
    public ProfileSettings withThreads(int count) {
        return new ProfileSettings(masked, count, correlated, seed);
    }
}
