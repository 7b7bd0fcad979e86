package io.weir.elasticsearch.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.store.Write;
import io.weir.elasticsearch.store.Written;
import io.weir.json.InvalidJsonException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticsearch.action.admin.indices.refresh.RefreshRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.support.IndicesOptions;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.action.support.broadcast.BroadcastResponse;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.collapse.CollapseBuilder;
import org.elasticsearch.search.sort.SortOrder;

/** Deliveries in their index. */
final class DeliveryStore {
    /** No back-off, and nothing that a receiver may ask for, is longer. */
    private static final long LONGEST_WAIT = OutboxSettings.LONGEST_BACKOFF.millis() + Sender.MAX_RETRY_AFTER;

    /** The rest of a longer queue comes by itself, within a minute. */
    private static final int MOST_WOKEN = 100;

    /**
     * A delivery as it was read.
     *
     * @param delivery its content
     * @param document the document, for the next conditional write
     */
    record Held(Delivery delivery, StoredDocument document) {
        static Held of(StoredDocument document) {
            return new Held(Delivery.read(document.id(), document.source()), document);
        }

        /** Empty if this version cannot read it: it holds its own queue up, not the others. {@code list} names it. */
        static Optional<Held> readable(StoredDocument document) {
            try {
                return Optional.of(of(document));
            } catch (InvalidJsonException e) {
                return Optional.empty();
            }
        }
    }

    private final Client client;
    private final Documents documents;

    DeliveryStore(Client client, Documents documents) {
        this.client = client;
        this.documents = documents;
    }

    /** Makes everything written so far visible to searches. */
    void refresh() {
        documents.<RefreshRequest, BroadcastResponse>call(
                client.admin().indices()::refresh,
                new RefreshRequest(OwnIndices.OUTBOX).indicesOptions(IndicesOptions.lenientExpandOpen()));
    }

    /**
     * Whether it is time for what is due at {@code dueAt}. So it is as well if that is further off than anything is ever put
     * off: a clock that ran ahead wrote it, and has been put right since.
     */
    static boolean isDue(long dueAt, long now) {
        return dueAt <= now || dueAt > now + LONGEST_WAIT;
    }

    /** Deliveries that are due, the oldest of each queue, oldest first. */
    List<Held> due(long now, int most, Collection<String> withoutWebhooks, Collection<String> withoutQueues) {
        BoolQueryBuilder query = QueryBuilders.boolQuery()
                .filter(QueryBuilders.termQuery("state", DeliveryState.PENDING.id()))
                .mustNot(QueryBuilders.rangeQuery("due_at")
                        .gt(now)
                        .lte(now + LONGEST_WAIT)
                        .format("epoch_millis"))
                .mustNot(QueryBuilders.termsQuery("webhook", withoutWebhooks))
                .mustNot(QueryBuilders.termsQuery("queue", withoutQueues));
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(query)
                .sort("created_at", SortOrder.ASC)
                .sort("sequence", SortOrder.ASC)
                .collapse(new CollapseBuilder("queue"))
                .trackTotalHits(false)
                .size(most);
        return held(source);
    }

    /** The first delivery of each queue that is not delivered yet, be it due or not, or parked. */
    Map<String, Held> heads(Collection<String> queues) {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(QueryBuilders.boolQuery()
                        .filter(QueryBuilders.termsQuery("queue", queues))
                        .mustNot(QueryBuilders.termQuery("state", DeliveryState.DELIVERED.id())))
                .sort("sequence", SortOrder.ASC)
                .collapse(new CollapseBuilder("queue"))
                .trackTotalHits(false)
                .size(queues.size());
        Map<String, Held> heads = new HashMap<>();
        held(source).forEach(held -> heads.put(held.delivery().queue(), held));
        return heads;
    }

    /** Deliveries for a caller: the newest first. */
    ObjectNode list(Collection<String> states, int size) {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(states.isEmpty() ? QueryBuilders.matchAllQuery() : QueryBuilders.termsQuery("state", states))
                .sort("created_at", SortOrder.DESC)
                .trackTotalHits(true)
                .size(size);
        return documents.page(
                new SearchRequest(OwnIndices.OUTBOX).source(source),
                "deliveries",
                document -> Delivery.read(document.id(), document.source()).summary());
    }

    /** Delivered before {@code before}. */
    List<StoredDocument> deliveredBefore(long before, int most) {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(QueryBuilders.boolQuery()
                        .filter(QueryBuilders.termQuery("state", DeliveryState.DELIVERED.id()))
                        .filter(QueryBuilders.rangeQuery("finished_at")
                                .lt(before)
                                .format("epoch_millis")))
                .fetchSource("id", null)
                .size(most);
        return documents.search(new SearchRequest(OwnIndices.OUTBOX).source(source));
    }

    /** A delivery, realtime. */
    Optional<Held> get(String id) {
        return documents.get(OwnIndices.OUTBOX, id).map(Held::of);
    }

    /** Writes what became of a delivery; false if somebody else changed it first. */
    boolean replace(Held held, Delivery next) {
        return documents
                .write(Write.replace(OwnIndices.OUTBOX, held.document(), next.write()), RefreshPolicy.NONE)
                .done();
    }

    /** Writes what became of many deliveries; those that somebody else changed first stay as they are. */
    void replace(List<Map.Entry<Held, Delivery>> changes) {
        List<Write> writes = changes.stream()
                .map(change -> Write.replace(
                        OwnIndices.OUTBOX,
                        change.getKey().document(),
                        change.getValue().write()))
                .toList();
        documents.write(writes, RefreshPolicy.NONE).forEach(Written::orThrow);
    }

    /** Makes due what was put off behind a parked delivery of that queue. */
    void wake(String queue, Instant now) {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(QueryBuilders.boolQuery()
                        .filter(QueryBuilders.termQuery("queue", queue))
                        .filter(QueryBuilders.termQuery("state", DeliveryState.PENDING.id()))
                        .filter(QueryBuilders.termQuery("attempts", 0))
                        .filter(QueryBuilders.rangeQuery("due_at")
                                .gt(now.toEpochMilli())
                                .format("epoch_millis")))
                .sort("sequence", SortOrder.ASC)
                .trackTotalHits(false)
                .size(MOST_WOKEN);
        refresh();
        replace(held(source).stream()
                .map(held -> Map.entry(held, held.delivery().postponed(now)))
                .toList());
    }

    void delete(List<StoredDocument> old) {
        documents.write(
                old.stream()
                        .map(document -> Write.delete(OwnIndices.OUTBOX, document))
                        .toList(),
                RefreshPolicy.NONE);
    }

    private List<Held> held(SearchSourceBuilder source) {
        return documents.search(new SearchRequest(OwnIndices.OUTBOX).source(source)).stream()
                .flatMap(document -> Held.readable(document).stream())
                .toList();
    }
}
