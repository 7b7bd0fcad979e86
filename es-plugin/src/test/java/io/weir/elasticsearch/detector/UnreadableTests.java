package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.IncidentActionsForTests;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.xcontent.XContentType;

/** A document that this version cannot read, as after a downgrade, is told and stops nothing else. */
public class UnreadableTests extends WeirNodeTestCase {
    private static final String DETECTOR = """
            {"index": ["nowhere-*"], "interval": "1s", "window": "10s", "delay": "0s", "resolve_after": 1,
             "clauses": [{"name": "load", "aggregation": {"max": {"field": "load"}},
                          "condition": {"threshold": {"above": 100}}}]}""";
    private static final String OF_ANOTHER_VERSION = """
            {"doc": "detector", "id": "alien", "version": 7, "generation": 5, "enabled": true,
             "created_at": "2026-11-01T12:00:00Z", "updated_at": "2026-11-01T12:00:00Z",
             "definition": {"quantum": true}, "creator": {}}""";

    public void testShouldListTheOthersAndSayWhichDetectorCannotBeRead() {
        put("good", DETECTOR);
        index(".weir-detectors", "alien", OF_ANOTHER_VERSION);

        JsonNode listed = call(DetectorActions.LIST.action(), Map.of(), "").path("detectors");

        Assertions.assertThat(listed).hasSize(2);
        Assertions.assertThat(listed.path(0).path("unreadable").asText()).contains("'alien'", "put it again");
        Assertions.assertThat(listed.path(1).path("detector").path("interval").asText())
                .isEqualTo("1s");
    }

    public void testShouldLetADetectorBePutInPlaceOfOneThatCannotBeRead() {
        put("good", DETECTOR);
        index(".weir-detectors", "alien", OF_ANOTHER_VERSION);

        JsonNode put = put("alien", DETECTOR);

        Assertions.assertThat(put.path("version").asInt()).isEqualTo(8);
        Assertions.assertThat(call(DetectorActions.GET.action(), Map.of("id", "alien"), "")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    public void testShouldStartTheOtherDetectorsThatHaveNoTask() throws Exception {
        index(".weir-detectors", "alien", OF_ANOTHER_VERSION);
        put("good", DETECTOR);
        put("orphan", DETECTOR);
        Assertions.assertThat(removeTask("orphan")).isTrue();

        assertBusy(
                () -> Assertions.assertThat(call(DetectorActions.EXPLAIN.action(), Map.of("id", "orphan"), "")
                                .path("task")
                                .isObject())
                        .isTrue(),
                30,
                TimeUnit.SECONDS);
    }

    public void testShouldListIncidentsBesideWhatSomebodyElseWroteThere() {
        index("weir-incidents", "note", "{\"message\": \"this index looked free\"}");

        ObjectNode listed = call(IncidentActionsForTests.LIST, Map.of(), "");

        Assertions.assertThat(listed.path("incidents")).isEmpty();
        Assertions.assertThat(listed.path("unreadable").path(0).path("id").asText())
                .isEqualTo("note");
        Assertions.assertThat(listed.path("unreadable").path(0).path("reason").asText())
                .contains("weir is missing");
    }

    private void index(String index, String id, String document) {
        client().index(new IndexRequest(index)
                        .id(id)
                        .source(document, XContentType.JSON)
                        .setRefreshPolicy(RefreshPolicy.IMMEDIATE))
                .actionGet();
    }
}
