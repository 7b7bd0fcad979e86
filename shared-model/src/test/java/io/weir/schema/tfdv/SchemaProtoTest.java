package io.weir.schema.tfdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Imported;
import io.weir.schema.SchemaYaml;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaProtoTest {
    @Test
    void shouldReadASchemaAsReadableYaml() {
        Imported imported = read("""
                # taxi trips
                feature {
                  name: "payment_type"
                  type: BYTES
                  domain: "payment_type"
                  presence { min_fraction: 1.0 min_count: 1 }
                  distribution_constraints { min_domain_mass: 0.9 }
                  skew_comparator { infinity_norm { threshold: 0.01 } }
                  shape { dim { size: 1 } }
                }
                feature: <
                  name: 'tips'; type: FLOAT
                  presence: { min_count: 1 }
                  float_domain { min: 0 }
                  not_in_environment: "SERVING"
                >
                feature { name: "hour" type: INT int_domain { min: 0 max: 23 } in_environment: ["TRAINING"] }
                feature { name: "tag" lifecycle_stage: EXPERIMENTAL }
                feature { name: "caf\\303\\251" "!" type: BYTES unique_constraints { max: 5 } }
                string_domain { name: "payment_type" value: "Cash" value: "Credit Card" value: "It\\'s \\x41" }
                default_environment: "TRAINING" default_environment: "SERVING"
                dataset_constraints { min_examples_count: 100 }
                sparse_feature { name: "s" }
                """);
        assertThat(SchemaYaml.write(imported.schema())).isEqualTo("""
                        weir_schema: 1
                        unknown_columns: error
                        columns:
                          payment_type:
                            type: text
                            missing: 0
                            domain:
                              values:
                              - Cash
                              - Credit Card
                              - It's A
                              mostly: 0.9
                          tips:
                            absent_in:
                            - SERVING
                            type: decimal
                            range:
                              min: 0
                          hour:
                            required: false
                            absent_in:
                            - SERVING
                            type: integer
                            range:
                              min: 0
                              max: 23
                          café!:
                            required: false
                            type: text
                            distinct:
                              max: 5
                        checks:
                        - rows:
                            min: 100
                          name: rows
                        """);
        assertThat(imported.left())
                .anyMatch(each -> each.contains("drift: [columns: ['payment_type': [l_infinity: 0.01]]]"))
                .anyMatch(each -> each.contains("'tag': is experimental"))
                .anyMatch(each -> each.contains("sparse_feature"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "feature { name: 'x'; ends before '}'",
                "feature { name 'x' }; expected ':' or '{'",
                "feature { name: 'x' presence { min_fraction: 2 } }; from 0 to 1",
                "feature { name: 'x' presence: 5 }; must be a message",
                "feature { name: 'x' domain: 'y' }; its domain 'y' is not in the schema",
                "feature { type: INT }; has no name",
                "feature { name: 'x' int_domain { min: 5 max: 1 } }; nothing lies in",
                "feature { name: 'x' int_domain { min: many } }; must be a number",
                "feature { name: '\\q' }; unknown escape",
                "weir_schema: 1; has no feature"
            })
    void shouldRefuseWhatIsNoSchema(String document, String message) {
        assertThatThrownBy(() -> read(document.replace('\'', '"')))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith("schema.pbtxt")
                .hasMessageContaining(message.replace("'x'", "\"x\"").replace("'y'", "'y'"));
    }

    @Test
    void shouldRefuseEndlessNesting() {
        assertThatThrownBy(() -> read("feature { a ".repeat(1) + "{ a ".repeat(100_000)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("nested deeper");
    }

    private static Imported read(String document) {
        return SchemaProto.read(document.getBytes(StandardCharsets.UTF_8), "schema.pbtxt");
    }
}
