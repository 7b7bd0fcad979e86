package io.weir.schema.expectations;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Distribution;
import io.weir.schema.DistributionFamily;
import io.weir.schema.Gravity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expectations of how a column's values are distributed. */
final class DistributionExpectations {
    private static final double DEFAULT_P = 0.05;

    private static final Map<String, DistributionFamily> FAMILIES = Map.of(
            "norm", DistributionFamily.NORMAL,
            "uniform", DistributionFamily.UNIFORM,
            "expon", DistributionFamily.EXPONENTIAL,
            "gamma", DistributionFamily.GAMMA,
            "beta", DistributionFamily.BETA,
            "chi2", DistributionFamily.CHI_SQUARED);

    private static final Map<String, String> NAMES =
            Map.of("std_dev", "stddev", "loc", "location", "df", "degrees", "alpha", "alpha", "beta", "beta");

    private DistributionExpectations() {}

    static boolean translate(Expectation expectation, Draft draft) {
        switch (expectation.type()) {
            case "expect_column_kl_divergence_to_be_less_than" -> divergence(expectation, draft);
            case "expect_column_chisquare_test_p_value_to_be_greater_than" -> {
                Distribution expected = Partition.read(expectation);
                if (!(expected instanceof Distribution.Categories)) {
                    throw expectation.wrong("partition_object", "categories with their weights, for a χ² test");
                }
                add(
                        expectation,
                        draft,
                        expected,
                        Distribution.Measure.CHI_SQUARE_P,
                        new Bounds(expectation.number("p", 0, 1, DEFAULT_P), null, true, false));
            }
            case "expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than" ->
                add(
                        expectation,
                        draft,
                        known(expectation),
                        Distribution.Measure.KS_P,
                        Bounds.between(expectation.number("p_value", 0, 1, DEFAULT_P), null));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Without a threshold it only measures. */
    private static void divergence(Expectation expectation, Draft draft) {
        if (!expectation.has("threshold")) {
            return;
        }
        add(
                expectation,
                draft,
                Partition.read(expectation),
                Distribution.Measure.KL_FROM_EXPECTED,
                Bounds.between(null, expectation.number("threshold", 0, Double.MAX_VALUE, 0)));
    }

    private static void add(
            Expectation expectation, Draft draft, Distribution expected, Distribution.Measure measure, Bounds bounds) {
        String column = expectation.column();
        draft.column(
                expectation,
                new Check.Distributed(column + ".distribution", column, expected, measure, bounds, Gravity.ERROR));
    }

    private static Distribution known(Expectation expectation) {
        DistributionFamily family = FAMILIES.get(expectation.text("distribution"));
        if (family == null) {
            throw new UntranslatableException(
                    "the distribution '" + expectation.text("distribution") + "' is not known here");
        }
        JsonNode given = expectation.node("params");
        Map<String, Double> parameters = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(family.parameters());
        if (given.isArray()) {
            for (int i = 0; i < Math.min(given.size(), names.size()); i++) {
                parameters.put(names.get(i), given.get(i).asDouble());
            }
        } else {
            given.properties()
                    .forEach(entry -> parameters.put(
                            named(family, entry.getKey()), entry.getValue().asDouble()));
        }
        if (family == DistributionFamily.UNIFORM && parameters.containsKey("min") && parameters.containsKey("max")) {
            // There, max is passed on as SciPy's scale: a width.
            parameters.merge("max", parameters.getOrDefault("min", 0.0), Double::sum);
        }
        if (names.contains("location")) {
            parameters.putIfAbsent("location", 0.0);
            parameters.putIfAbsent("scale", 1.0);
        }
        return new Distribution.Known(family, parameters);
    }

    private static String named(DistributionFamily family, String name) {
        return family == DistributionFamily.GAMMA && name.equals("alpha") ? "shape" : NAMES.getOrDefault(name, name);
    }
}
