package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.incident.IncidentJson;
import io.weir.json.StrictJson;
import java.util.Collection;
import java.util.Set;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.builder.SearchSourceBuilder;
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
                .sort("weir.incident.opened_at", SortOrder.DESC)
                .trackTotalHits(true)
                .from(request.number("from", 0, 0, MAX_FROM))
                .size(request.number("size", DEFAULT_SIZE, 0, MAX_SIZE));
        return documents.search(new SearchRequest(OwnIndices.INCIDENTS).source(source), IncidentSearch::listed);
    }

    private static ObjectNode listed(SearchResponse response) {
        ObjectNode answer = StrictJson.object();
        answer.put(
                "total",
                response.getHits().getTotalHits() == null
                        ? 0
                        : response.getHits().getTotalHits().value());
        ArrayNode all = answer.putArray("incidents");
        for (SearchHit hit : response.getHits()) {
            ObjectNode source =
                    StrictJson.parseObject(BytesReference.toBytes(hit.getSourceRef()), "incident " + hit.getId());
            all.add(IncidentJson.write(
                    IncidentDocument.read(hit.getId(), source).incident()));
        }
        return answer;
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
