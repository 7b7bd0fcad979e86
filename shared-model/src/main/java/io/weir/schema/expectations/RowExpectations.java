package io.weir.schema.expectations;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schema.Check;
import io.weir.schema.Gravity;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Expectations of two or more columns in each row, as conditions on rows. */
final class RowExpectations {
    private RowExpectations() {}

    static boolean translate(Expectation expectation, Draft draft) {
        switch (expectation.type()) {
            case "expect_column_pair_values_to_be_equal" ->
                pair(expectation, draft, a(expectation) + " == " + b(expectation));
            case "expect_column_pair_values_a_to_be_greater_than_b" ->
                pair(
                        expectation,
                        draft,
                        a(expectation) + (expectation.flag("or_equal", false) ? " >= " : " > ") + b(expectation));
            case "expect_column_pair_values_to_be_in_set" -> pair(expectation, draft, pairs(expectation));
            case "expect_multicolumn_sum_to_equal" -> sum(expectation, draft);
            case "expect_select_column_values_to_be_unique_within_record" -> different(expectation, draft);
            case "expect_compound_columns_to_be_unique" -> key(expectation, draft);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String a(Expectation expectation) {
        return CellExpression.column(expectation.text("column_A"));
    }

    private static String b(Expectation expectation) {
        return CellExpression.column(expectation.text("column_B"));
    }

    /** Where just one side is missing the pair does not fit, unless such rows are to be ignored. */
    private static void pair(Expectation expectation, Draft draft, String condition) {
        String ignore =
                expectation.has("ignore_row_if") ? expectation.text("ignore_row_if") : "both_values_are_missing";
        String a = a(expectation);
        String b = b(expectation);
        String whole = "if(" + a + " is missing or " + b + " is missing, false, " + condition + ")";
        String name = name(expectation, List.of(expectation.text("column_A"), expectation.text("column_B")));
        switch (ignore) {
            case "never" -> draft.rows(expectation, name, whole, expectation.mostly());
            case "both_values_are_missing" ->
                draft.rows(
                        expectation,
                        name,
                        "if(" + a + " is missing and " + b + " is missing, missing, " + whole + ")",
                        expectation.mostly());
            case "either_value_is_missing" ->
                draft.rows(
                        expectation,
                        name,
                        "if(" + a + " is missing or " + b + " is missing, missing, " + condition + ")",
                        expectation.mostly());
            default ->
                throw expectation.wrong("ignore_row_if", "both_values_are_missing, either_value_is_missing or never");
        }
    }

    private static String pairs(Expectation expectation) {
        JsonNode pairs = expectation.node("value_pairs_set");
        StringJoiner any = new StringJoiner(" or ", "(", ")");
        for (JsonNode pair : pairs) {
            if (!pair.isArray() || pair.size() != 2) {
                throw expectation.wrong("value_pairs_set", "a list of pairs");
            }
            if (pair.get(0).isNull() || pair.get(1).isNull()) {
                throw new UntranslatableException("pairs with a missing value can't be listed");
            }
            any.add(a(expectation) + " == " + literal(expectation, pair.get(0)) + " and " + b(expectation) + " == "
                    + literal(expectation, pair.get(1)));
        }
        if (any.length() == 2) {
            throw expectation.wrong("value_pairs_set", "a list of at least one pair");
        }
        return any.toString();
    }

    private static String literal(Expectation expectation, JsonNode value) {
        return CellExpression.literal(expectation.scalar("value_pairs_set", value));
    }

    /** A value that is missing adds nothing. */
    private static void sum(Expectation expectation, Draft draft) {
        List<String> columns = columns(expectation);
        double total = expectation.number("sum_total", -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN);
        if (Double.isNaN(total)) {
            throw new IllegalArgumentException("sum_total is missing");
        }
        boolean any = ignore(expectation).equals("any_value_is_missing");
        String sum = columns.stream()
                .map(column -> any ? column : "coalesce(" + column + ", 0)")
                .collect(Collectors.joining(" + "));
        rows(expectation, draft, columns, sum + " == " + CellExpression.literal(total));
    }

    private static void different(Expectation expectation, Draft draft) {
        List<String> columns = columns(expectation);
        StringJoiner all = new StringJoiner(" and ");
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                String a = columns.get(i);
                String b = columns.get(j);
                all.add("if(" + a + " is missing, " + b + " is not missing, if(" + b + " is missing, true, " + a
                        + " != " + b + "))");
            }
        }
        rows(expectation, draft, columns, all.length() == 0 ? "true" : all.toString());
    }

    private static void rows(Expectation expectation, Draft draft, List<String> columns, String condition) {
        String ignore = ignore(expectation);
        String missing = columns.stream()
                .map(column -> column + " is missing")
                .collect(Collectors.joining(ignore.equals("any_value_is_missing") ? " or " : " and "));
        String whole = ignore.equals("never") ? condition : "if(" + missing + ", missing, " + condition + ")";
        draft.rows(expectation, name(expectation, expectation.texts("column_list")), whole, expectation.mostly());
    }

    private static String ignore(Expectation expectation) {
        String ignore = expectation.has("ignore_row_if") ? expectation.text("ignore_row_if") : "all_values_are_missing";
        if (!List.of("any_value_is_missing", "all_values_are_missing", "never").contains(ignore)) {
            throw expectation.wrong("ignore_row_if", "all_values_are_missing, any_value_is_missing or never");
        }
        return ignore;
    }

    private static void key(Expectation expectation, Draft draft) {
        List<String> columns = expectation.texts("column_list");
        ignore(expectation);
        draft.table(
                expectation,
                new Check.Key("key " + String.join(", ", columns), columns, expectation.mostly(), Gravity.ERROR));
    }

    private static List<String> columns(Expectation expectation) {
        List<String> columns = new ArrayList<>();
        expectation.texts("column_list").forEach(column -> columns.add(CellExpression.column(column)));
        return columns;
    }

    private static String name(Expectation expectation, List<String> columns) {
        return expectation
                        .type()
                        .replaceFirst("^expect_(column_pair_|multicolumn_)?", "")
                        .replace('_', ' ') + ": " + String.join(", ", columns);
    }
}
