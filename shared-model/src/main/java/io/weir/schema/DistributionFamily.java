package io.weir.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/** Known distributions of numbers, shifted by a location and stretched by a scale as SciPy's are. */
public enum DistributionFamily {
    /** The bell curve. */
    NORMAL(List.of("mean", "stddev"), p -> NormalDistribution.of(p[0], p[1])),
    /** Every number between two is as likely. */
    UNIFORM(List.of("min", "max"), p -> UniformContinuousDistribution.of(p[0], p[1])),
    /** Waiting times. */
    EXPONENTIAL(List.of("location", "scale"), p -> ExponentialDistribution.of(1)),
    /** Sums of waiting times. */
    GAMMA(List.of("shape", "location", "scale"), p -> GammaDistribution.of(p[0], 1)),
    /** Shares. */
    BETA(List.of("alpha", "beta", "location", "scale"), p -> BetaDistribution.of(p[0], p[1])),
    /** Sums of squares. */
    CHI_SQUARED(List.of("degrees", "location", "scale"), p -> ChiSquaredDistribution.of(p[0]));

    private final List<String> parameters;
    private final Function<double[], ContinuousDistribution> factory;

    DistributionFamily(List<String> parameters, Function<double[], ContinuousDistribution> factory) {
        this.parameters = parameters;
        this.factory = factory;
    }

    /** Names of its parameters. */
    public List<String> parameters() {
        return parameters;
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static DistributionFamily of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(DistributionFamily::id).collect(Collectors.joining(", "))));
    }

    /** Share of the values that are at most x. */
    DoubleUnaryOperator cumulative(Map<String, Double> given) {
        if (!given.keySet().equals(Set.copyOf(parameters))) {
            throw new IllegalArgumentException(id() + " has the parameters " + String.join(", ", given.keySet())
                    + ", must have " + String.join(", ", parameters));
        }
        double location = given.getOrDefault("location", 0.0);
        double scale = given.getOrDefault("scale", 1.0);
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale is " + scale + ", must be above 0");
        }
        ContinuousDistribution standard = factory.apply(parameters.stream()
                .mapToDouble(name -> given.getOrDefault(name, Double.NaN))
                .toArray());
        return x -> standard.cumulativeProbability((x - location) / scale);
    }
}
