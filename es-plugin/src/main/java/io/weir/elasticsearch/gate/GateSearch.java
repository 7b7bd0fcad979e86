package io.weir.elasticsearch.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.Listing;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.gate.GateVerdict;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;

/** Lists results of gates, newest first; a second behind. */
final class GateSearch {
    private static final Set<String> VERDICTS =
            Arrays.stream(GateVerdict.values()).map(GateVerdict::id).collect(Collectors.toUnmodifiableSet());

    /** Parameters that are values of fields. */
    private static final Map<String, String> EXACT = Map.of(
            "gate", "weir.gate.gate",
            "subject", "weir.gate.subject",
            "job", "weir.gate.build.job",
            "profile", "weir.gate.profile.name");

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;

    private final Documents documents;

    GateSearch(Documents documents) {
        this.documents = documents;
    }

    ObjectNode list(ApiRequest request) {
        BoolQueryBuilder query = QueryBuilders.boolQuery();
        EXACT.forEach((parameter, field) -> {
            String value = request.optional(parameter);
            if (value != null) {
                query.filter(QueryBuilders.termQuery(field, value));
            }
        });
        Set<String> verdicts = request.oneOf("verdict", VERDICTS);
        if (!verdicts.isEmpty()) {
            query.filter(QueryBuilders.termsQuery("weir.gate.verdict", verdicts));
        }
        SearchSourceBuilder source = Listing.newestFirst(request, query, "@timestamp", DEFAULT_SIZE, MAX_SIZE);
        return documents.page(
                new SearchRequest(OwnIndices.GATES).source(source),
                "gates",
                document -> GateDocument.read(document.source()));
    }
}
