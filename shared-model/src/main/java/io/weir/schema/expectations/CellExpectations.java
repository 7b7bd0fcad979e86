package io.weir.schema.expectations;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Condition;
import io.weir.schema.Gravity;
import io.weir.schema.TextFormat;
import io.weir.schema.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Expectations of each value of a column ("column map expectations"). */
final class CellExpectations {
    /** Types by the names that pandas, Spark and databases give them, in lower case. */
    private static final Map<ValueType, List<String>> TYPES = Map.of(
            ValueType.INTEGER,
            List.of(
                    "int",
                    "int_",
                    "int8",
                    "int16",
                    "int32",
                    "int64",
                    "integer",
                    "bigint",
                    "smallint",
                    "tinyint",
                    "integertype",
                    "longtype",
                    "shorttype",
                    "bytetype",
                    "int64dtype"),
            ValueType.DECIMAL,
            List.of(
                    "float",
                    "float_",
                    "float32",
                    "float64",
                    "double",
                    "double_precision",
                    "numeric",
                    "decimal",
                    "real",
                    "floattype",
                    "doubletype",
                    "decimaltype",
                    "number"),
            ValueType.BOOLEAN,
            List.of("bool", "bool_", "boolean", "bit", "booleantype"),
            ValueType.TIMESTAMP,
            List.of("datetime", "datetime64", "datetime64[ns]", "timestamp", "timestamptype", "timestamp_ntz"),
            ValueType.DATE,
            List.of("date", "datetype"),
            ValueType.TEXT,
            List.of("str", "string", "text", "varchar", "char", "nvarchar", "stringtype", "unicode"),
            ValueType.ANY,
            List.of("object", "object_", "o"));

    private CellExpectations() {}

    static boolean translate(Expectation expectation, Draft draft) {
        if (expectation.type().equals("expect_column_values_to_be_unique")) {
            draft.column(
                    expectation,
                    new Check.Key(
                            expectation.column() + ".unique",
                            List.of(expectation.column()),
                            expectation.mostly(),
                            Gravity.ERROR));
            return true;
        }
        if (expectation.type().matches("expect_column_values_to_be_(in|de)creasing")) {
            draft.column(
                    expectation,
                    new Check.Ordered(
                            expectation.column() + ".order",
                            expectation.column(),
                            expectation.type().endsWith("decreasing"),
                            expectation.flag("strictly", false),
                            expectation.mostly(),
                            Gravity.ERROR));
            return true;
        }
        Condition condition = condition(expectation);
        if (condition != null) {
            draft.column(
                    expectation,
                    new Check.OfCells(
                            expectation.column() + "." + condition.id(),
                            expectation.column(),
                            condition,
                            expectation.mostly(),
                            Gravity.ERROR));
        }
        return condition != null;
    }

    private static @Nullable Condition condition(Expectation expectation) {
        return switch (expectation.type()) {
            case "expect_column_values_to_not_be_null" -> new Condition.Present();
            case "expect_column_values_to_be_null" -> new Condition.Absent();
            case "expect_column_values_to_be_between" -> new Condition.InRange(expectation.requiredBounds());
            case "expect_column_values_to_be_in_set" -> new Condition.InSet(expectation.values("value_set"), false);
            case "expect_column_values_to_not_be_in_set" -> new Condition.InSet(expectation.values("value_set"), true);
            case "expect_column_value_lengths_to_be_between" -> lengths(expectation);
            case "expect_column_value_lengths_to_equal" ->
                new Condition.LengthIn(expectation.count("value"), expectation.count("value"));
            case "expect_column_values_to_be_of_type" -> types(List.of(expectation.text("type_")));
            case "expect_column_values_to_be_in_type_list" ->
                types(expectation.has("type_list") ? expectation.texts("type_list") : List.of("object"));
            case "expect_column_values_to_be_json_parseable" -> new Condition.Formatted(TextFormat.of("json"));
            case "expect_column_values_to_be_dateutil_parseable" -> new Condition.Formatted(TextFormat.of("date"));
            case "expect_column_values_to_match_strftime_format" ->
                new Condition.Formatted(TextFormat.of(expectation.text("strftime_format")));
            default -> pattern(expectation);
        };
    }

    private static Condition lengths(Expectation expectation) {
        Bounds bounds = expectation.countBounds();
        if (bounds == null) {
            bounds = expectation.requiredBounds();
        }
        long min = bounds.min() instanceof Long least ? least + (bounds.minExcluded() ? 1 : 0) : 0;
        long max = bounds.max() instanceof Long most ? most - (bounds.maxExcluded() ? 1 : 0) : Long.MAX_VALUE;
        return new Condition.LengthIn(min, max);
    }

    private static Condition types(List<String> names) {
        List<ValueType> types = new ArrayList<>();
        for (String name : names) {
            String known = name.toLowerCase(Locale.ROOT);
            types.add(TYPES.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(known))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new UntranslatableException("the type '" + name + "' is not known here")));
        }
        return new Condition.OfType(types.stream().distinct().toList());
    }

    private static @Nullable Condition pattern(Expectation expectation) {
        return switch (expectation.type()) {
            case "expect_column_values_to_match_regex" -> regexes(expectation, "regex", Condition.Matches.Quantity.ALL);
            case "expect_column_values_to_not_match_regex" ->
                regexes(expectation, "regex", Condition.Matches.Quantity.NONE);
            case "expect_column_values_to_match_regex_list" -> regexes(expectation, "regex_list", matchOn(expectation));
            case "expect_column_values_to_not_match_regex_list" ->
                regexes(expectation, "regex_list", Condition.Matches.Quantity.NONE);
            case "expect_column_values_to_match_like_pattern" ->
                likes(expectation, "like_pattern", Condition.Matches.Quantity.ALL);
            case "expect_column_values_to_not_match_like_pattern" ->
                likes(expectation, "like_pattern", Condition.Matches.Quantity.NONE);
            case "expect_column_values_to_match_like_pattern_list" ->
                likes(expectation, "like_pattern_list", matchOn(expectation));
            case "expect_column_values_to_not_match_like_pattern_list" ->
                likes(expectation, "like_pattern_list", Condition.Matches.Quantity.NONE);
            default -> null;
        };
    }

    private static Condition.Matches.Quantity matchOn(Expectation expectation) {
        String quantity = expectation.has("match_on") ? expectation.text("match_on") : "any";
        return switch (quantity) {
            case "any" -> Condition.Matches.Quantity.ANY;
            case "all" -> Condition.Matches.Quantity.ALL;
            default -> throw expectation.wrong("match_on", "any or all");
        };
    }

    private static Condition regexes(Expectation expectation, String argument, Condition.Matches.Quantity quantity) {
        List<Pattern> patterns = new ArrayList<>();
        for (String each : list(expectation, argument)) {
            try {
                patterns.add(Pattern.compile(each.replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>")));
            } catch (PatternSyntaxException e) {
                throw new InvalidJsonException(expectation + ": " + argument + " '" + each
                        + "' is no regular expression: " + e.getDescription());
            }
        }
        return new Condition.Matches(patterns, quantity);
    }

    private static Condition likes(Expectation expectation, String argument, Condition.Matches.Quantity quantity) {
        return new Condition.Matches(
                list(expectation, argument).stream()
                        .map(LikePattern::regex)
                        .map(Pattern::compile)
                        .toList(),
                quantity);
    }

    private static List<String> list(Expectation expectation, String argument) {
        return argument.endsWith("_list") ? expectation.texts(argument) : List.of(expectation.text(argument));
    }
}
