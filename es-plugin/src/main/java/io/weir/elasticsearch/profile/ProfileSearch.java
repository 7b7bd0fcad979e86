package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.sort.FieldSortBuilder;
import org.elasticsearch.search.sort.SortOrder;
import org.jspecify.annotations.Nullable;

/** Lists profiles without their content, newest first; a second behind. */
final class ProfileSearch {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final int MAX_FROM = 9_000;

    private final Documents documents;

    ProfileSearch(Documents documents) {
        this.documents = documents;
    }

    ObjectNode list(ApiRequest request, @Nullable String name) {
        BoolQueryBuilder query =
                QueryBuilders.boolQuery().filter(QueryBuilders.termQuery("weir.profile.doc", "profile"));
        if (name != null) {
            query.filter(QueryBuilders.termQuery("weir.profile.name", name));
        }
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(query)
                .fetchSource(null, StoredProfile.DOCUMENT)
                .sort(new FieldSortBuilder("weir.profile.stored_at")
                        .order(SortOrder.DESC)
                        .unmappedType("date"))
                .trackTotalHits(true)
                .from(request.number("from", 0, 0, MAX_FROM))
                .size(request.number("size", DEFAULT_SIZE, 0, MAX_SIZE));
        return documents.page(
                new SearchRequest(OwnIndices.PROFILES).source(source),
                "profiles",
                document -> StoredProfile.read(document.source()).shown());
    }
}
