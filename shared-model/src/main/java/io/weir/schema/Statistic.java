package io.weir.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A number that a column, or two, has as a whole. */
public enum Statistic {
    /** Arithmetic mean. */
    MEAN,
    /** Middle value; the mean of the two middle ones. */
    MEDIAN,
    /** A quantile, linear between the two nearest values. */
    QUANTILE,
    /** Standard deviation of a sample (divisor n - 1). */
    STDDEV,
    /** Sum. */
    SUM,
    /** Least value: number, instant or text. */
    MIN,
    /** Greatest value. */
    MAX,
    /** Different values. */
    DISTINCT,
    /** Different values over values. */
    DISTINCT_SHARE,
    /** Greatest distance from the mean, in standard deviations. */
    MAX_Z_SCORE,
    /** Cramér's φ between two columns, each with few values. */
    CRAMERS_PHI,
    /** Pearson's correlation of two columns. */
    CORRELATION;

    /**
     * Reads the lower-case name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static Statistic of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Statistic::id).collect(Collectors.joining(", "))));
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many columns it is taken of. */
    public int columns() {
        return this == CRAMERS_PHI || this == CORRELATION ? 2 : 1;
    }
}
