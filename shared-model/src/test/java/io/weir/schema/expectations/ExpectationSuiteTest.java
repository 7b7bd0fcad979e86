package io.weir.schema.expectations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Check;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import io.weir.schema.SchemaYaml;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationSuiteTest {
    @Test
    void shouldReadASuiteAsReadableYamlThatIsReadAgain() {
        Imported imported = suite("""
                {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "fare", "mostly": 0.99}},
                {"type": "expect_column_values_to_be_between", "kwargs": {"column": "fare", "min_value": 0}},
                {"type": "expect_column_values_to_match_like_pattern", "kwargs": {"column": "taxi", "like_pattern": "T-%"}},
                {"type": "expect_column_kl_divergence_to_be_less_than", "kwargs": {"column": "payment", "threshold": 0.1,
                    "partition_object": {"values": ["Cash", "Card"], "weights": [0.6, 0.4]}, "tail_weight_holdout": 0.01}},
                {"type": "expect_column_pair_values_a_to_be_greater_than_b",
                    "kwargs": {"column_A": "drop off", "column_B": "pickup"}},
                {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 1000}}
                """);
        assertThat(imported.left()).isEmpty();
        Schema schema = imported.schema();
        String yaml = SchemaYaml.write(schema);
        assertThat(yaml).contains("missing: 0.01", "min: 0", "kl_from_expected", "`drop off` > pickup", "min: 1000");
        Schema again = SchemaYaml.read(yaml.getBytes(StandardCharsets.UTF_8), "schema.yaml");
        assertThat(again.allChecks())
                .extracting(Check::name)
                .containsExactlyElementsOf(
                        schema.allChecks().stream().map(Check::name).toList());
        assertThat(SchemaYaml.write(again)).isEqualTo(yaml);
    }

    @Test
    void shouldReadSuitesOfOlderVersions() {
        Imported imported = ExpectationSuite.read("""
                {"expectation_suite_name": "old", "data_asset_type": "Dataset", "meta": {}, "expectations": [
                    {"expectation_type": "expect_column_to_exist", "kwargs": {"column": "x"}, "meta": {"notes": "why"}}]}
                """.getBytes(StandardCharsets.UTF_8), "suite.json");
        assertThat(imported.schema().name()).isEqualTo("old");
        assertThat(imported.schema().allChecks()).extracting(Check::name).containsExactly("column x");
    }

    @Test
    void shouldSayTheSecondRuleOfAKindAsAConditionOnRows() {
        Imported imported = suite("""
                {"type": "expect_column_values_to_be_between", "kwargs": {"column": "x", "min_value": 0, "max_value": 9}},
                {"type": "expect_column_values_to_be_between",
                    "kwargs": {"column": "x", "max_value": 5, "strict_max": true, "mostly": 0.9}}
                """);
        assertThat(imported.schema().checks()).singleElement().isInstanceOfSatisfying(Check.OfRows.class, rows -> {
            assertThat(rows.condition()).hasToString("x < 5");
            assertThat(rows.mostly()).isEqualTo(0.9);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pandas; (a == 5) & (b == \"e\"); if((a == 5)  and  (b == \"e\"), x >= 1, missing)",
                "great_expectations; col(\"a b\").notNull(); if(`a b` is not missing, x >= 1, missing)",
                "great_expectations__experimental__; col(\"a\") >= 3; if(a >= 3, x >= 1, missing)"
            })
    void shouldAskOnlyTheRowsOfARowCondition(String parser, String condition, String expected) {
        Imported imported = suite("{\"type\": \"expect_column_values_to_be_between\", \"kwargs\": {\"column\": \"x\","
                + " \"min_value\": 1, \"condition_parser\": \"" + parser + "\", \"row_condition\": \""
                + condition.replace("\"", "\\\"") + "\"}}");
        assertThat(imported.left()).isEmpty();
        assertThat(((Check.OfRows) imported.schema().checks().getFirst()).condition())
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"expect_column_values_to_match_json_schema\", \"kwargs\": {\"column\": \"x\"}",
                "\"type\": \"unexpected_rows_expectation\", \"kwargs\": {\"unexpected_rows_query\": \"SELECT 1\"}",
                "\"type\": \"expect_column_max_to_be_between\", \"kwargs\": {\"column\": \"x\","
                        + " \"max_value\": {\"$PARAMETER\": \"now()\"}}",
                "\"type\": \"expect_column_values_to_be_of_type\", \"kwargs\": {\"column\": \"x\", \"type_\": \"complex\"}",
                "\"type\": \"expect_column_values_to_be_null\", \"kwargs\": {\"column\": \"x\","
                        + " \"row_condition\": \"import os; os.system('x')\"}"
            })
    void shouldNameWhatItCanNotSay(String expectation) {
        Imported imported = suite("{" + expectation + "}");
        assertThat(imported.schema().allChecks()).isEmpty();
        assertThat(imported.left()).singleElement().asString().contains(": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "expect_column_values_to_be_between; {'column': 'x'}; at least one must be there",
                "expect_column_values_to_be_between; {'column': 'x', 'min_value': 2, 'max_value': 1}; nothing lies in",
                "expect_column_values_to_not_be_null; {'column': 'x', 'mostly': 1.1}; mostly is 1.1",
                "expect_column_values_to_not_be_null; {'mostly': 1}; column is missing",
                "expect_table_row_count_to_equal; {'value': 'many'}; value is",
                "expect_table_row_count_to_be_between; {'min_value': 'quack'}; must be a whole number",
                "expect_column_value_lengths_to_be_between; {'column': 'x'}; at least one must be there",
                "expect_column_values_to_match_regex; {'column': 'x', 'regex': '(' }; is no regular expression",
                "expect_column_values_to_match_regex_list; {'column': 'x', 'regex_list': ['a'], 'match_on': 'one' }; any or all",
                "expect_column_quantile_values_to_be_between; {'column': 'x', 'quantile_ranges': {'quantiles': [2],"
                        + " 'value_ranges': [[0, 1]]}}; shares from 0 to 1",
                "expect_column_kl_divergence_to_be_less_than; {'column': 'x', 'threshold': 1,"
                        + " 'partition_object': {'weights': [1]}}; either values or bins",
                "expect_column_kl_divergence_to_be_less_than; {'column': 'x', 'threshold': 1,"
                        + " 'partition_object': {'weights': [0.5, 0.1], 'values': ['a', 'b']}}; must sum to 1",
                "expect_column_values_to_be_null; {'column': 'x', 'condition_parser': 'bad'}; must be one of great_exp"
            })
    void shouldRefuseContradictoryArguments(String type, String kwargs, String message) {
        String expectation = "{\"type\": \"" + type + "\", \"kwargs\": " + kwargs.replace('\'', '"') + "}";
        assertThatThrownBy(() -> suite(expectation))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith("suite.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseWhatIsNoSuite() {
        assertThatThrownBy(() -> ExpectationSuite.read("{}".getBytes(StandardCharsets.UTF_8), "suite.json"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("expectations is missing");
    }

    private static Imported suite(String expectations) {
        return ExpectationSuite.read(
                ("{\"name\": \"suite\", \"expectations\": [" + expectations + "]}").getBytes(StandardCharsets.UTF_8),
                "suite.json");
    }
}
