package io.weir.elasticsearch.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.detector.WeirNodeTestCase;
import io.weir.elasticsearch.incident.IncidentActionsForTests;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.elasticsearch.action.support.ActiveShardCount;
import org.elasticsearch.common.settings.Settings;

/** Reads of an index that was created a moment ago, and whose shard has not started. */
public class StartingIndexTests extends WeirNodeTestCase {
    private static final String ABSENT = "0123456789abcdef0123456789abcdef-1";
    private static final String ALLOCATION = "index.routing.allocation.require._name";

    public void testShouldListNothingWhileThereIsNoIndex() {
        Assertions.assertThat(incidents().path("total").asInt(-1)).isZero();
    }

    public void testShouldListNothingOnceTheShardHasStarted() throws Exception {
        createWithoutShard();

        ObjectNode answer = answerOnceTheShardStarts(this::incidents);

        Assertions.assertThat(answer.path("total").asInt(-1)).isZero();
        Assertions.assertThat(answer.path("incidents")).isEmpty();
    }

    public void testShouldSayThatThereIsNoSuchIncidentOnceTheShardHasStarted() throws Exception {
        createWithoutShard();

        String refusal = answerOnceTheShardStarts(() -> {
            try {
                return call(IncidentActionsForTests.GET, Map.of("id", ABSENT), "")
                        .toString();
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        });

        Assertions.assertThat(refusal).contains("no incident", ABSENT);
    }

    private ObjectNode incidents() {
        return call(IncidentActionsForTests.LIST, Map.of(), "");
    }

    private void createWithoutShard() {
        client().admin()
                .indices()
                .prepareCreate(OwnIndices.INCIDENTS)
                .setMapping(Mappings.INCIDENTS)
                .setSettings(Settings.builder().put(OwnIndices.settings()).put(ALLOCATION, "nobody"))
                .setWaitForActiveShards(ActiveShardCount.NONE)
                .get();
    }

    private <T> T answerOnceTheShardStarts(Supplier<T> question) throws Exception {
        Future<T> answer = CompletableFuture.supplyAsync(question);
        safeSleep(500);
        Assertions.assertThat(answer.isDone())
                .as("answered before: %s", answer.isDone() ? answer.get() : "")
                .isFalse();
        client().admin()
                .indices()
                .prepareUpdateSettings(OwnIndices.INCIDENTS)
                .setSettings(Settings.builder().putNull(ALLOCATION))
                .get();
        return answer.get(20, TimeUnit.SECONDS);
    }
}
