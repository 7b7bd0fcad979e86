package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import java.util.List;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;

/** Finds incidents that still owe deliveries, because a node died between two writes, and settles what they owe. */
final class Repair implements Runnable {
    private static final int AT_ONCE = 500;

    private final Documents documents;
    private final IncidentStore store;

    Repair(Documents documents, IncidentStore store) {
        this.documents = documents;
        this.store = store;
    }

    @Override
    public void run() {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(QueryBuilders.rangeQuery("weir.control.unsent").gt(0))
                .fetchSource(false)
                .size(AT_ONCE);
        List<String> owing = documents.search(
                new SearchRequest(OwnIndices.INCIDENTS).source(source),
                response -> List.of(response.getHits().getHits()).stream()
                        .map(hit -> hit.getId())
                        .toList());
        // The search is a second behind: what was settled meanwhile owes nothing when it is read by id.
        List<StoredDocument> now = store.get(owing).values().stream()
                .filter(document -> IncidentDocument.readable(document).isPresent())
                .toList();
        store.settle(now);
    }
}
