package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.Listing;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.incident.IncidentJson;
import java.util.Collection;
import java.util.Set;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.jspecify.annotations.Nullable;

/** Lists incidents, newest first; a second behind. */
final class IncidentSearch {
    private static final Set<String> STATES = Set.of("open", "acknowledged", "resolved");
    private static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;

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
        SearchSourceBuilder source =
                Listing.newestFirst(request, query, "weir.incident.opened_at", DEFAULT_SIZE, MAX_SIZE);
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
