package io.weir.elasticsearch.drift;

import io.weir.drift.DriftSettings;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.OriginalIndices;
import org.elasticsearch.action.ResolvedIndices;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.index.query.QueryRewriteContext;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.InternalAggregations;
import org.elasticsearch.search.builder.SearchSourceBuilder;

/**
 * Gathers the reference from other documents of the same indices: a search of its own, as the same user, so that filters of
 * aliases and hidden documents hold for it too. Once a search, however many buckets there are.
 */
final class ReferenceSearch {
    static final String GATHERED = "gathered";

    private final DriftRequest request;
    private final QueryBuilder query;
    private final SearchRequest search;

    private ReferenceSearch(DriftRequest request, QueryBuilder query, SearchRequest search) {
        this.request = request;
        this.query = query;
        this.search = search;
    }

    /** A search in the indices of the one that is being prepared, with what {@code gathering} gathers. */
    static ReferenceSearch in(
            QueryRewriteContext context, DriftRequest request, QueryBuilder query, AggregationBuilder gathering) {
        ResolvedIndices indices = context.getResolvedIndices();
        if (indices == null) {
            throw new IllegalArgumentException("drift with a reference query works in searches only");
        }
        if (!indices.getRemoteClusterIndices().isEmpty()) {
            throw new IllegalArgumentException("drift with a reference query can't search the remote clusters "
                    + indices.getRemoteClusterIndices().keySet() + "; store the reference as a profile");
        }
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(query)
                .size(0)
                .trackTotalHits(false)
                .aggregation(gathering);
        SearchRequest search = new SearchRequest().source(source).allowPartialSearchResults(false);
        if (context.getPointInTimeBuilder() != null) {
            source.pointInTimeBuilder(context.getPointInTimeBuilder());
        } else {
            OriginalIndices local = indices.getLocalIndices();
            search.indices(local.indices()).indicesOptions(local.indicesOptions());
        }
        return new ReferenceSearch(request, query, search);
    }

    /** Starts it as a part of the search that is being prepared: if that is cancelled, this is. */
    void start(Client client, ActionListener<DriftPlan> listener) {
        search.setParentTask(SearchTasks.current(client.threadPool().getThreadContext()));
        client.search(search, listener.map(this::plan));
    }

    private DriftPlan plan(SearchResponse response) {
        InternalAggregations found = response.getAggregations();
        List<ColumnSketch> sketches = found == null || found.get(GATHERED) == null
                ? List.of()
                : ((InternalDrift) found.get(GATHERED)).sketches();
        List<ReferenceColumn> columns = new ArrayList<>();
        DriftSettings settings = request.settings();
        for (int i = 0; i < request.fields().size(); i++) {
            columns.add(new ReferenceColumn.OfDocuments(
                    i < sketches.size() ? sketches.get(i) : ColumnSketch.EMPTY,
                    ReferenceFetch.readingOf(settings, request.fields().get(i))));
        }
        return new DriftPlan(name(), request.fields(), columns, settings, List.of());
    }

    private String name() {
        String text = query.toString().replaceAll("\\s+", " ");
        return "the documents of the query " + (text.length() > 200 ? text.substring(0, 200) + "…" : text);
    }
}
