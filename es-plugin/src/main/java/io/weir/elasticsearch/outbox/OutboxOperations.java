package io.weir.elasticsearch.outbox;

import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.store.Documents;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.rest.RestStatus;

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
        return ApiResponse.ok(store.list(states, size));
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
        store.wake(next.queue(), next.dueAt());
        return ApiResponse.ok(next.summary());
    }
}
