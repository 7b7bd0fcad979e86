package io.weir.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.json.InvalidJsonException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaYamlTest {
    private static final String EVERYTHING = """
            weir_schema: 1
            name: taxi
            unknown_columns: error
            columns:
              payment_type:
                type: text
                missing: 0.01
                domain: {values: [Cash, Credit Card, "007"], mostly: 0.99, severity: warning}
                forbidden: [Unknown]
                length: {min: 2, max: 30}
                pattern: {none: ['^ ', ' $']}
                values: {contains: [Cash], most_common_within: [Cash, Credit Card]}
              fare:
                type: decimal
                missing: {max: 0, severity: info}
                range: {min: 0, below: 1000.5, mostly: 0.999}
                mean: {min: 5, max: 20}
                quantiles: {0.5: {min: 5}, 0.99: {max: 300, severity: warning}}
                max_z_score: {max: 10}
              id:
                type: [integer, text]
                sensitive: true
                unique: true
                order: strictly_increasing
                length: 8
              pickup:
                type: timestamp
                fresh: 2d
                range: {min: 2026-01-01}
                format: '%Y-%m-%d'
              tips:
                required: false
                absent_in: [SERVING]
                absent: {mostly: 0.5}
            checks:
              - row: pickup <= dropoff and fare > 0
                name: plausible trip
                mostly: 0.9
              - key: [id, pickup]
                severity: warning
              - lookup: {columns: [zone], file: zones.csv, keys: [zone_id]}
              - statistic: correlation
                columns: [fare, tips]
                range: {min: 0.1}
              - rows: {min: 1000}
              - columns: {names: [id, fare], ordered: true}
              - column_count: {max: 100}
            """;

    @Test
    void shouldReadEveryKindOfRule() {
        Schema schema = read(EVERYTHING);

        assertThat(schema.allChecks())
                .extracting(Check::name)
                .containsExactly(
                        "payment_type.type",
                        "payment_type.missing",
                        "payment_type.domain",
                        "payment_type.forbidden",
                        "payment_type.length",
                        "payment_type.pattern",
                        "payment_type.values contains",
                        "payment_type.values most_common_within",
                        "fare.type",
                        "fare.missing",
                        "fare.range",
                        "fare.mean",
                        "fare.max_z_score",
                        "fare.quantile 0.5",
                        "fare.quantile 0.99",
                        "id.type",
                        "id.length",
                        "id.unique",
                        "id.order",
                        "pickup.type",
                        "pickup.range",
                        "pickup.format",
                        "pickup.fresh",
                        "tips.absent",
                        "plausible trip",
                        "key id, pickup",
                        "lookup zone",
                        "correlation fare, tips",
                        "rows",
                        "columns",
                        "column_count");
    }

    @Test
    void shouldReadWhatARuleSays() {
        Schema schema = read(EVERYTHING);

        assertThat(schema.columns().getFirst().checks().get(2))
                .isEqualTo(new Check.OfCells(
                        "payment_type.domain",
                        "payment_type",
                        new Condition.InSet(List.of("Cash", "Credit Card", "007"), false),
                        0.99,
                        Gravity.WARNING));
        assertThat(schema.columns().get(3).checks())
                .contains(new Check.Fresh("pickup.fresh", "pickup", Duration.ofDays(2), Gravity.ERROR));
        assertThat(schema.columns().get(4).requiredIn("SERVING")).isFalse();
        assertThat(schema.unknownColumns()).isEqualTo(Gravity.ERROR);
    }

    @Test
    void shouldWriteWhatItReads() {
        String written = SchemaYaml.write(read(EVERYTHING));

        assertThat(SchemaYaml.write(read(written))).isEqualTo(written);
        assertThat(written)
                .contains("missing: 0.01\n", "type: decimal\n", "unique: true\n", "absent_in:\n", "- \"007\"\n")
                .doesNotContain("---", "0.010000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            weir_schema: 2                                                  | weir_schema is 2, must be a whole number from 1 to 1
            name: x                                                         | weir_schema is missing
            {weir_schema: 1, colums: {}}                                    | colums is unknown; known here: weir_schema, name
            {weir_schema: 1, columns: {a: {typ: text}}}                     | columns.a.typ is unknown
            {weir_schema: 1, columns: {a: {type: number}}}                  | columns.a.type is 'number', must be one of any, boolean, integer
            {weir_schema: 1, columns: {a: {missing: 2}}}                    | columns.a.missing is 2, must be a share from 0 to 1
            {weir_schema: 1, columns: {a: {range: {min: 5, max: 1}}}}       | columns.a.range: nothing lies in [5, 1]
            {weir_schema: 1, columns: {a: {range: {min: 5, max: x}}}}       | they can't be compared
            {weir_schema: 1, columns: {a: {range: 5}}}                      | columns.a.range is 5, must be an object with min
            {weir_schema: 1, columns: {a: {range: {mim: 5}}}}               | with at least one of min, max, above and below
            {weir_schema: 1, columns: {a: {pattern: '(a'}}}                 | columns.a.pattern is '(a', must be a regular expression
            {weir_schema: 1, columns: {a: {format: iso}}}                   | columns.a.format is 'iso', must be json, time
            {weir_schema: 1, columns: {a: {format: '%Q'}}}                  | %Q is not known
            {weir_schema: 1, columns: {a: {fresh: soon}}}                   | columns.a.fresh is 'soon', must be a whole number and ms
            {weir_schema: 1, columns: {a: {order: up}}}                     | must be increasing, decreasing
            {weir_schema: 1, columns: {a: {domain: {values: [[1]]}}}}       | must be a number, a text or a truth value
            {weir_schema: 1, columns: {a: {domain: {values: [1], mostly: 3}}}} | columns.a.domain.mostly is 3, must be a number from 0
            {weir_schema: 1, checks: [{row: 'a >'}]}                        | checks[0].row: 'a >' can't be read: the end at 3
            {weir_schema: 1, checks: [{rows: {min: 1}, key: [a]}]}          | checks[0] has key and rows of column_count
            {weir_schema: 1, checks: [{severity: info}]}                    | checks[0] has none of column_count
            {weir_schema: 1, checks: [{key: []}]}                           | checks[0].key is empty
            {weir_schema: 1, checks: [{key: [a]}, {key: [a]}]}              | two checks are called 'key a'
            {weir_schema: 1, checks: [{statistic: correlation, columns: [a], range: {min: 0}}]} | correlation is taken of 2
            [1]                                                             | is not a schema
            a: b: c                                                         | is not YAML
            {weir_schema: 1, weir_schema: 1}                                | is not YAML: Duplicate
            """)
    void shouldSayWhatIsWrong(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith("schema.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseWhatIsTooLargeOrTooDeep() {
        assertThatThrownBy(() -> SchemaYaml.read(new byte[SchemaYaml.MAX_BYTES + 1], "schema.yaml"))
                .hasMessage("schema.yaml has 4194305 bytes, at most 4194304 are allowed");
        assertThatThrownBy(() -> read("weir_schema: 1\nchecks: " + "[".repeat(5_000)))
                .isInstanceOf(InvalidJsonException.class);
    }

    /** In other readers of YAML, nine lines of these are three billion nodes. */
    @Test
    void shouldNotExpandReferences() {
        StringBuilder bomb = new StringBuilder("weir_schema: 1\na: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            char last = (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + last + ",").repeat(9))
                    .append("]\n");
        }

        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(InvalidJsonException.class);
    }

    private static Schema read(String document) {
        return SchemaYaml.read(document.getBytes(StandardCharsets.UTF_8), "schema.yaml");
    }
}
