package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.Listing;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.jspecify.annotations.Nullable;

/** Lists profiles without their content, newest first; a second behind. */
final class ProfileSearch {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;

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
        SearchSourceBuilder source = Listing.newestFirst(
                        request, query, "weir.profile.stored_at", DEFAULT_SIZE, MAX_SIZE)
                .fetchSource(null, StoredProfile.DOCUMENT);
        return documents.page(
                new SearchRequest(OwnIndices.PROFILES).source(source),
                "profiles",
                document -> StoredProfile.read(document.source()).shown());
    }
}
