package io.weir.elasticsearch.outbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.store.Documents;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.search.SearchHit;

/** What callers may ask of the outbox. */
public final class OutboxOperations {
    private static final Set<String> STATES = Set.of("pending", "delivered", "parked");
    private static final int MAX_SIZE = 1_000;
    private static final int DEFAULT_SIZE = 100;

    private final DeliveryStore store;
    private final LongSupplier clock;

    /** Operations on the outbox in those documents. */
    public OutboxOperations(Client client, Documents documents, LongSupplier clock) {
        this.store = new DeliveryStore(client, documents);
        this.clock = clock;
    }

    ApiResponse list(ApiRequest request) {
        Set<String> states = request.oneOf("state", STATES);
        int size = request.number("size", DEFAULT_SIZE, 0, MAX_SIZE);
        return ApiResponse.ok(store.list(states, size, OutboxOperations::listed));
    }

    ApiResponse retry(ApiRequest request) {
        String id = request.parameter("id");
        Optional<DeliveryStore.Held> found = store.get(id);
        if (found.isEmpty()) {
            throw new ResourceNotFoundException("there is no delivery '" + id + "'; GET /_weir/outbox lists them");
        }
        Delivery delivery = found.get().delivery();
        if (delivery.state() == DeliveryState.DELIVERED) {
            throw new ElasticsearchStatusException(
                    "delivery '" + id + "' was delivered at " + delivery.finishedAt()
                            + ", so there is nothing to retry",
                    RestStatus.CONFLICT);
        }
        Delivery next = delivery.retried(Instant.ofEpochMilli(clock.getAsLong()));
        if (!store.replace(found.get(), next)) {
            throw new ElasticsearchStatusException(
                    "delivery '" + id + "' is being sent right now; look again with GET /_weir/outbox",
                    RestStatus.CONFLICT);
        }
        return ApiResponse.ok(next.summary());
    }

    private static ObjectNode listed(SearchResponse response) {
        ObjectNode answer = StrictJson.object();
        answer.put(
                "total",
                response.getHits().getTotalHits() == null
                        ? 0
                        : response.getHits().getTotalHits().value());
        ArrayNode all = answer.putArray("deliveries");
        for (SearchHit hit : response.getHits()) {
            ObjectNode source =
                    StrictJson.parseObject(BytesReference.toBytes(hit.getSourceRef()), "delivery " + hit.getId());
            all.add(Delivery.read(hit.getId(), source).summary());
        }
        return answer;
    }
}
