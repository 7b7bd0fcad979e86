package io.weir.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** How a column's values are meant to be distributed. */
public sealed interface Distribution {
    /** How far shares may be from a sum of 1: people write 0.33 three times. */
    double SUM_TOLERANCE = 0.02;

    /**
     * Shares of categories; what is 1 and what is 1.0 are the same.
     *
     * @param shares of the categories; they and {@code other} sum to about 1
     * @param other share of all others together, equal among those that come
     */
    record Categories(Map<Object, Double> shares, double other) implements Distribution {
        /** @throws IllegalArgumentException if a share is negative or they don't sum to about 1 */
        public Categories {
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
            requireShares(
                    shares.values().stream().mapToDouble(Double::doubleValue).toArray(), other);
        }
    }

    /**
     * Shares of the numbers between edges: {@code (-∞, e1), [e1, e2), …, [ek-1, ek], (ek, ∞)}, as a histogram has them.
     *
     * @param edges ascending
     * @param shares one more than edges; they sum to about 1
     */
    record Bins(List<Double> edges, List<Double> shares) implements Distribution {
        /** @throws IllegalArgumentException if edges don't ascend, or shares are not one more, negative or don't sum to about 1 */
        public Bins {
            edges = List.copyOf(edges);
            shares = List.copyOf(shares);
            if (edges.isEmpty() || shares.size() != edges.size() + 1) {
                throw new IllegalArgumentException("there are " + edges.size() + " edges and " + shares.size()
                        + " shares, must be at least one edge and one share more, for what lies below and above");
            }
            for (int i = 1; i < edges.size(); i++) {
                if (!(edges.get(i) > edges.get(i - 1))) {
                    throw new IllegalArgumentException(
                            "edge " + edges.get(i) + " follows " + edges.get(i - 1) + ", edges must ascend");
                }
            }
            requireShares(shares.stream().mapToDouble(Double::doubleValue).toArray(), 0);
        }
    }

    /**
     * A known distribution of numbers.
     *
     * @param family which
     * @param parameters its parameters by name
     */
    record Known(DistributionFamily family, Map<String, Double> parameters) implements Distribution {
        /** @throws IllegalArgumentException if a parameter lacks, is unknown or out of range */
        public Known {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            family.cumulative(parameters);
        }

        /** Share of its values that are at most x. */
        public DoubleUnaryOperator cumulative() {
            return family.cumulative(parameters);
        }
    }

    /** What is computed of the values and their expected distribution. */
    enum Measure {
        /** Greatest difference of a cell's share. */
        L_INFINITY,
        /** Half the sum of the differences of shares. */
        TOTAL_VARIATION,
        /** Root of the Jensen-Shannon divergence to base 2. */
        JS_DISTANCE,
        /** Kullback-Leibler divergence of the values from what is expected, in nats: sum of q ln(q / p). */
        KL_FROM_EXPECTED,
        /** P-value of the χ² test of the counts, with what is expected taken as known. */
        CHI_SQUARE_P,
        /** P-value of the Kolmogorov-Smirnov test against a known distribution. */
        KS_P;

        /** The name in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads the name.
         *
         * @throws IllegalArgumentException if there is none such
         */
        public static Measure of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("must be one of "
                            + Arrays.stream(values()).map(Measure::id).collect(Collectors.joining(", "))));
        }
    }

    private static void requireShares(double[] shares, double other) {
        double sum = other;
        for (double share : shares) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is " + share + ", must be from 0 to 1");
            }
            sum += share;
        }
        if (!(other >= 0) || Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("shares sum to " + sum + ", must sum to 1 within " + SUM_TOLERANCE);
        }
    }
}
