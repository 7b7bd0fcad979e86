package io.weir.schema.expectations;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.json.InvalidJsonException;
import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Gravity;
import io.weir.schema.Statistic;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Expectations of a column as a whole ("column aggregate expectations"). */
final class ColumnExpectations {
    private ColumnExpectations() {}

    static boolean translate(Expectation expectation, Draft draft) {
        switch (expectation.type()) {
            case "expect_column_mean_to_be_between" -> between(expectation, draft, Statistic.MEAN);
            case "expect_column_median_to_be_between" -> between(expectation, draft, Statistic.MEDIAN);
            case "expect_column_stdev_to_be_between" -> between(expectation, draft, Statistic.STDDEV);
            case "expect_column_unique_value_count_to_be_between" -> between(expectation, draft, Statistic.DISTINCT);
            case "expect_column_proportion_of_unique_values_to_be_between" ->
                between(expectation, draft, Statistic.DISTINCT_SHARE);
            case "expect_column_sum_to_be_between" -> {
                expectation.requiredBounds();
                between(expectation, draft, Statistic.SUM);
            }
            case "expect_column_min_to_be_between" ->
                statistic(expectation, draft, Statistic.MIN, expectation.requiredBounds());
            case "expect_column_max_to_be_between" ->
                statistic(expectation, draft, Statistic.MAX, expectation.requiredBounds());
            case "expect_column_quantile_values_to_be_between" -> quantiles(expectation, draft);
            case "expect_column_value_z_scores_to_be_less_than" -> zScores(expectation, draft);
            case "expect_column_distinct_values_to_be_in_set" ->
                set(expectation, draft, Check.ValueSet.Relation.WITHIN, expectation.has("value_set"));
            case "expect_column_distinct_values_to_contain_set" ->
                set(expectation, draft, Check.ValueSet.Relation.CONTAINS, true);
            case "expect_column_distinct_values_to_equal_set" ->
                set(expectation, draft, Check.ValueSet.Relation.EQUALS, true);
            case "expect_column_most_common_value_to_be_in_set" ->
                set(
                        expectation,
                        draft,
                        expectation.flag("ties_okay", false)
                                ? Check.ValueSet.Relation.ANY_MOST_COMMON_WITHIN
                                : Check.ValueSet.Relation.SINGLE_MOST_COMMON_WITHIN,
                        true);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Without bounds it holds whatever the data: nothing to check. */
    private static void between(Expectation expectation, Draft draft, Statistic statistic) {
        statistic(expectation, draft, statistic, expectation.numericBounds());
    }

    private static void statistic(Expectation expectation, Draft draft, Statistic statistic, @Nullable Bounds bounds) {
        if (bounds != null) {
            String column = expectation.column();
            draft.column(
                    expectation,
                    new Check.OfColumn(
                            column + "." + statistic.id(), statistic, 0, List.of(column), bounds, Gravity.ERROR));
        }
    }

    private static void quantiles(Expectation expectation, Draft draft) {
        JsonNode ranges = expectation.node("quantile_ranges");
        JsonNode quantiles = ranges.path("quantiles");
        JsonNode values = ranges.path("value_ranges");
        if (!quantiles.isArray() || !values.isArray() || quantiles.size() != values.size()) {
            throw expectation.wrong(
                    "quantile_ranges", "an object with lists of quantiles and of value_ranges, equally long");
        }
        for (int i = 0; i < quantiles.size(); i++) {
            double share = quantiles.get(i).asDouble(Double.NaN);
            JsonNode range = values.get(i);
            if (!(share >= 0 && share <= 1) || !range.isArray() || range.size() != 2) {
                throw expectation.wrong(
                        "quantile_ranges", "shares from 0 to 1, each with a range of two numbers or null");
            }
            Bounds bounds = Bounds.between(side(expectation, range.get(0)), side(expectation, range.get(1)));
            draft.column(
                    expectation,
                    new Check.OfColumn(
                            expectation.column() + ".quantile " + share,
                            Statistic.QUANTILE,
                            share,
                            List.of(expectation.column()),
                            bounds,
                            Gravity.ERROR));
        }
    }

    private static @Nullable Object side(Expectation expectation, JsonNode node) {
        return node.isNull() ? null : expectation.scalar("quantile_ranges", node);
    }

    private static void zScores(Expectation expectation, Draft draft) {
        double threshold = expectation.number("threshold", 0, Double.MAX_VALUE, Double.NaN);
        if (Double.isNaN(threshold)) {
            throw new InvalidJsonException(expectation + ": threshold is missing");
        }
        if (!expectation.flag("double_sided", true) || expectation.mostly() < 1) {
            throw new UntranslatableException("z-scores are checked of all values and on both sides only");
        }
        statistic(expectation, draft, Statistic.MAX_Z_SCORE, new Bounds(null, threshold, false, true));
    }

    private static void set(Expectation expectation, Draft draft, Check.ValueSet.Relation relation, boolean given) {
        if (given) {
            String column = expectation.column();
            draft.column(
                    expectation,
                    new Check.ValueSet(
                            column + ".values " + relation.name().toLowerCase(Locale.ROOT),
                            column,
                            relation,
                            expectation.values("value_set"),
                            Gravity.ERROR));
        }
    }
}
