package io.weir.elasticsearch.drift;

import io.weir.drift.DriftSettings;
import io.weir.drift.ProfileDrift;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.index.query.QueryRewriteContext;

/** Looks the reference up, once a search, on the node that got it, as the user who searches. */
final class ReferenceFetch {
    private final String name;
    private final DriftRequest request;
    private final ReferenceProfiles profiles;

    ReferenceFetch(String name, DriftRequest request, ReferenceProfiles profiles) {
        this.name = name;
        this.request = request;
        this.profiles = profiles;
    }

    /** Has the context fetch the reference before the search goes on, and hand what follows from it to {@code sink}. */
    void start(QueryRewriteContext context, Consumer<DriftPlan> sink) {
        switch (request.reference()) {
            case DriftReference.Stored stored ->
                context.registerAsyncAction((client, listener) -> profiles.find(
                        client, stored.reference(), handing(sink, listener).map(this::plan)));
            case DriftReference.Documents documents -> {
                ReferenceSearch search = ReferenceSearch.in(context, request, documents.query(), gathering());
                context.registerAsyncAction((client, listener) -> search.start(client, handing(sink, listener)));
            }
            case DriftReference.None none -> sink.accept(unjudged());
        }
    }

    private static ActionListener<DriftPlan> handing(Consumer<DriftPlan> sink, ActionListener<?> listener) {
        return listener.delegateFailureAndWrap((next, plan) -> {
            sink.accept(plan);
            next.onResponse(null);
        });
    }

    private DriftAggregationBuilder gathering() {
        DriftRequest gathering = new DriftRequest(request.fields(), new DriftReference.None(), request.settings());
        return new DriftAggregationBuilder(ReferenceSearch.GATHERED, gathering, profiles);
    }

    private DriftPlan unjudged() {
        List<ReferenceColumn> columns = request.fields().stream()
                .<ReferenceColumn>map(field ->
                        new ReferenceColumn.OfDocuments(ColumnSketch.EMPTY, readingOf(request.settings(), field)))
                .toList();
        return new DriftPlan("", request.fields(), columns, request.settings(), List.of());
    }

    static Reading readingOf(DriftSettings settings, ComparedField field) {
        return ProfileDrift.wantsCategories(settings, field.column()) ? Reading.CATEGORIES : Reading.BY_TYPE;
    }

    private DriftPlan plan(ReferenceProfiles.Found found) {
        DriftSettings settings = request.settings();
        List<ReferenceColumn> columns = new ArrayList<>();
        Set<String> unmatched = new LinkedHashSet<>(found.profile().names());
        for (ComparedField field : request.fields()) {
            ProfiledColumn column = found.profile().column(field.column());
            if (column == null) {
                throw new IllegalArgumentException("drift aggregation [" + name + "]: profile " + found.id()
                        + " has no column [" + field.column() + "]; it has " + known(found.profile())
                        + "; name the column of a field by {\"field\": …, \"column\": …}");
            }
            unmatched.remove(field.column());
            if (column.masked()) {
                settings = settings.withColumn(
                        field.column(), ProfileDrift.missingRateOf(request.settings(), field.column()));
            }
            columns.add(ReferenceColumn.OfProfile.of(
                    column, ProfileDrift.wantsCategories(request.settings(), field.column())));
        }
        return new DriftPlan(found.id(), request.fields(), columns, settings, List.copyOf(unmatched));
    }

    private static String known(ReferenceProfile profile) {
        int size = profile.names().size();
        return profile.names().stream().limit(20).toList() + (size > 20 ? " and " + (size - 20) + " more" : "");
    }
}
