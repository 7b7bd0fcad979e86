package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.IncidentActionsForTests;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.action.bulk.BulkRequestBuilder;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;

/** More groups than are judged at a time, all in trouble at once. */
public class ManyGroupsTests extends DetectorTurnTestCase {
    private static final int GROUPS = 450;
    private static final int WATCHED = 430;
    private static final long MINUTE = 60_000;
    private static final String DETECTOR = """
            {"index": ["metrics-many"], "interval": "1m", "window": "10m", "delay": "0s", "resolve_after": 1,
             "group_by": ["service"], "max_groups": 430,
             "clauses": [{"name": "load", "aggregation": {"max": {"field": "load"}},
                          "condition": {"threshold": {"above": 100}}}]}""";

    public void testShouldOpenAnIncidentForEachGroupAndResolveThemAll() {
        createMetrics();
        store(DETECTOR);
        turn(1).once();
        load(500);
        now += MINUTE;
        turn(1).once();
        Assertions.assertThat(incidents("open").path("total").asInt()).isEqualTo(WATCHED);
        RunRecord opening = checkpoints().get("d").orElseThrow().runs().getLast();
        Assertions.assertThat(opening.opened()).isEqualTo(WATCHED);
        Assertions.assertThat(opening.notes()).anyMatch(note -> note.contains("more than max_groups = 430"));

        load(1);
        now += MINUTE;
        turn(1).once();
        Assertions.assertThat(incidents("resolved").path("total").asInt()).isEqualTo(WATCHED);
    }

    private ObjectNode incidents(String state) {
        client().admin().indices().prepareRefresh("weir-incidents").get();
        return call(IncidentActionsForTests.LIST, Map.of("state", state, "size", "0"), "");
    }

    private void load(double value) {
        BulkRequestBuilder bulk = client().prepareBulk().setRefreshPolicy(RefreshPolicy.IMMEDIATE);
        for (int i = 0; i < GROUPS; i++) {
            bulk.add(client().prepareIndex("metrics-many")
                    .setSource("@timestamp", now, "service", "service-" + i, "load", value));
        }
        Assertions.assertThat(bulk.get().hasFailures()).isFalse();
    }

    private void createMetrics() {
        client().admin()
                .indices()
                .prepareCreate("metrics-many")
                .setMapping("@timestamp", "type=date", "service", "type=keyword", "load", "type=double")
                .get();
    }
}
