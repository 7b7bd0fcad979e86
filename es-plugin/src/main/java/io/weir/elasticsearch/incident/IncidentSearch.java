package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.incident.IncidentJson;
import java.util.Collection;
import java.util.Set;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.sort.FieldSortBuilder;
import org.elasticsearch.search.sort.SortOrder;
import org.jspecify.annotations.Nullable;

/** Lists incidents, newest first; a second behind. */
final class IncidentSearch {
    private static final Set<String> STATES = Set.of("open", "acknowledged", "resolved");
    private static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final int MAX_FROM = 9_000;

    private final Documents documents;

    IncidentSearch(Documents documents) {
        this.documents = documents;
    }

    ObjectNode list(ApiRequest request) {
        BoolQueryBuilder query = QueryBuilders.boolQuery();
        filter(query, "weir.incident.state", request.oneOf("state", STATES));
        filter(query, "weir.incident.severity", request.oneOf("severity", SEVERITIES));
        filter(query, "weir.incident.detector.id", request.optional("detector"));
        filter(query, "service.name", request.optional("service"));
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(query)
                .sort(new FieldSortBuilder("weir.incident.opened_at")
                        .order(SortOrder.DESC)
                        // Whoever writes there first makes the index, with whatever mapping it gets.
                        .unmappedType("date"))
                .trackTotalHits(true)
                .from(request.number("from", 0, 0, MAX_FROM))
                .size(request.number("size", DEFAULT_SIZE, 0, MAX_SIZE));
        return documents.page(
                new SearchRequest(OwnIndices.INCIDENTS).source(source),
                "incidents",
                document -> IncidentJson.write(
                        IncidentDocument.read(document.id(), document.source()).incident()));
    }

    private static void filter(BoolQueryBuilder query, String field, @Nullable String value) {
        if (value != null) {
            query.filter(QueryBuilders.termQuery(field, value));
        }
    }

    private static void filter(BoolQueryBuilder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.filter(QueryBuilders.termsQuery(field, values));
        }
    }
}
