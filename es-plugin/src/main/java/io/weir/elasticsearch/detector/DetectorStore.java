package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.store.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.TotalHits;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.sort.SortOrder;

/** Detectors in their index. */
final class DetectorStore {
    /** More than the largest number of detectors that the settings allow. */
    static final int MOST = 2_000;

    private final Documents documents;

    DetectorStore(Documents documents) {
        this.documents = documents;
    }

    /** A detector, realtime. */
    Optional<Detector> get(String id) {
        return stored(id).map(document -> Detector.read(document.id(), document.source()));
    }

    /** A detector's document, realtime. */
    Optional<StoredDocument> stored(String id) {
        return documents.get(OwnIndices.DETECTORS, id);
    }

    /** All detectors' documents, by id; a second behind. */
    List<StoredDocument> all() {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(detectors())
                .sort("id", SortOrder.ASC)
                .size(MOST);
        return new ArrayList<>(documents.search(new SearchRequest(OwnIndices.DETECTORS).source(source)));
    }

    /** How many there are; a second behind. */
    long count() {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(detectors())
                .trackTotalHits(true)
                .size(0);
        return documents.search(new SearchRequest(OwnIndices.DETECTORS).source(source), response -> {
            TotalHits total = response.getHits().getTotalHits();
            return total == null ? 0 : total.value();
        });
    }

    /** Ids of those that should run; a second behind. */
    List<String> enabled() {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(QueryBuilders.boolQuery().filter(detectors()).filter(QueryBuilders.termQuery("enabled", true)))
                .sort("id", SortOrder.ASC)
                .fetchSource(false)
                .size(MOST);
        return documents.search(
                new SearchRequest(OwnIndices.DETECTORS).source(source),
                response -> Arrays.stream(response.getHits().getHits())
                        .map(SearchHit::getId)
                        .toList());
    }

    /** Stores a detector in place of {@code before}, or as a new one; false if somebody else was first. */
    boolean put(Detector detector, Optional<StoredDocument> before) {
        Write write = before.map(read -> Write.replace(OwnIndices.DETECTORS, read, detector.toDocument()))
                .orElseGet(() -> Write.create(OwnIndices.DETECTORS, detector.id(), detector.toDocument()));
        return documents.write(write, RefreshPolicy.IMMEDIATE).done();
    }

    /** Removes a detector; false if somebody else changed it first. */
    boolean delete(StoredDocument read) {
        return documents
                .write(Write.delete(OwnIndices.DETECTORS, read), RefreshPolicy.IMMEDIATE)
                .done();
    }

    private static QueryBuilder detectors() {
        return QueryBuilders.termQuery("doc", Detector.DOC);
    }
}
