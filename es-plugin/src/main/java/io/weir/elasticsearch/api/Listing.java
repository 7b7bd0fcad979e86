package io.weir.elasticsearch.api;

import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.sort.FieldSortBuilder;
import org.elasticsearch.search.sort.SortOrder;

/** A page of documents for a caller, who says with {@code from} and {@code size} which. */
public final class Listing {
    /** The last page ends below the 10,000 documents that a search may skip and return. */
    private static final int MAX_FROM = 9_000;

    private Listing() {}

    /**
     * The search for a page, newest first, that also counts all.
     *
     * @param time field that the documents are dated by
     * @param size of a page if the caller says nothing
     * @param most that the caller may ask for
     * @throws io.weir.json.InvalidJsonException if the caller asks for more
     */
    public static SearchSourceBuilder newestFirst(
            ApiRequest request, QueryBuilder query, String time, int size, int most) {
        return new SearchSourceBuilder()
                .query(query)
                .sort(new FieldSortBuilder(time)
                        .order(SortOrder.DESC)
                        // Whoever writes there first makes the index, with whatever mapping it gets.
                        .unmappedType("date"))
                .trackTotalHits(true)
                .from(request.number("from", 0, 0, MAX_FROM))
                .size(request.number("size", size, 0, most));
    }
}
