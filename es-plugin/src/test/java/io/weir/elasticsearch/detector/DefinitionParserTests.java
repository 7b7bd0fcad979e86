package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.Severity;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.elasticsearch.test.ESTestCase;

public class DefinitionParserTests extends ESTestCase {
    private static final String GOOD = """
            {"index": ["metrics-*"], "interval": "10s", "window": "30m", "group_by": ["service.name"],
             "clauses": [{"name": "p95", "aggregation": {"percentiles": {"field": "d", "percents": [95]}}, "path": "95.0",
                          "condition": {"anomaly": {"direction": "above", "min_history": 20}, "for": 2}}],
             "severity": "auto", "webhooks": ["jenkins"]}""";

    public void testShouldReadADefinitionWithItsDefaults() {
        DetectorDefinition definition = parse(GOOD);

        Assertions.assertThat(definition.windowBuckets()).isEqualTo(180);
        Assertions.assertThat(definition.delayMillis()).isEqualTo(5_000);
        Assertions.assertThat(definition.severity()).isNull();
        Assertions.assertThat(definition.enabled()).isTrue();
        Assertions.assertThat(definition.kind()).isEqualTo("anomaly");
        Assertions.assertThat(definition.clauses().getFirst().bucketsPath()).isEqualTo("p95[95.0]");
    }

    public void testShouldReadAFixedSeverity() {
        Assertions.assertThat(parse(GOOD.replace("auto", "critical")).severity())
                .isEqualTo(Severity.CRITICAL);
    }

    public void testShouldNameFieldValueAndRangeOfWhateverIsWrong() {
        refused("\"10s\"", "\"10 s\"", "interval", "'10 s'");
        refused("\"10s\"", "\"10ms\"", "interval", "'10ms'", "1s to 1d");
        refused("\"10s\"", "\"7s\"", "window", "'30m'", "multiple of interval");
        refused("\"30m\"", "\"1m\"", "window", "'1m'", "6 intervals", "must be 22");
        refused("\"30m\"", "\"99d\"", "window", "10000");
        refused("[\"metrics-*\"]", "[]", "index is missing");
        refused("[\"metrics-*\"]", "\"metrics-*\"", "index", "a list");
        refused("[\"service.name\"]", "[\"a\", \"a\"]", "group_by", "different");
        refused("\"name\": \"p95\"", "\"name\": \"p 95\"", "clauses[0].name", "'p 95'");
        refused("20}", "3}", "clauses[0].condition.anomaly.min_history", "3", "5 to 10000");
        refused(
                "\"direction\": \"above\"",
                "\"direction\": \"up\"",
                "clauses[0].condition.anomaly.direction",
                "'up'",
                "both, above, below");
        refused("\"for\": 2", "\"for\": 0", "clauses[0].condition.for", "0", "1 to 1000");
        refused("\"auto\"", "\"bad\"", "severity", "'bad'", "low, medium, high, critical or auto");
        refused("\"severity\"", "\"severty\"", "severty is unknown");
        refused("\"direction\"", "\"directions\"", "clauses[0].condition.anomaly.directions is unknown");
        refused(
                "{\"anomaly\": {\"direction\": \"above\", \"min_history\": 20}, \"for\": 2}",
                "{\"for\": 2}",
                "exactly one of anomaly, threshold and drift",
                "has 0");
        refused(
                "{\"anomaly\": {\"direction\": \"above\", \"min_history\": 20}",
                "{\"threshold\": {\"above\": 1, \"below\": 2}",
                "below",
                "2.0",
                "1.0");
        refused(
                "{\"anomaly\": {\"direction\": \"above\", \"min_history\": 20}",
                "{\"threshold\": {}",
                "threshold.above is missing");
        refused("{\"percentiles\": {\"field\": \"d\", \"percents\": [95]}}", "{}", "clauses[0].aggregation is missing");
    }

    public void testShouldRefuseIdsThatCouldLeaveTheirPlace() {
        for (String id : new String[] {"", "_x", "a/b", "a:b", "a b", "x".repeat(65), "../x"}) {
            Assertions.assertThatThrownBy(() -> DefinitionParser.id(id))
                    .as(id)
                    .isInstanceOf(InvalidJsonException.class)
                    .hasMessageContaining("1 to 64");
        }
    }

    private static void refused(String part, String instead, String... told) {
        Assertions.assertThat(GOOD).contains(part);
        Assertions.assertThatThrownBy(() -> parse(GOOD.replace(part, instead)))
                .as(instead)
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContainingAll(told);
    }

    static DetectorDefinition parse(String json) {
        ObjectNode node = StrictJson.parseObject(json.getBytes(StandardCharsets.UTF_8), "definition");
        return DefinitionParser.parse(node);
    }
}
