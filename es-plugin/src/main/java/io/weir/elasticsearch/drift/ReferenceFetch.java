package io.weir.elasticsearch.drift;

import io.weir.drift.DriftSettings;
import io.weir.drift.ProfileDrift;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.profile.ProfileActions;
import io.weir.elasticsearch.profile.ProfileReference;
import io.weir.elasticsearch.profile.ProfileSnapshot;
import io.weir.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.index.query.QueryRewriteContext;

/** Looks the reference up, once a search, on the node that got it, as the user who searches. */
final class ReferenceFetch {
    private final String name;
    private final DriftRequest request;

    private ReferenceFetch(String name, DriftRequest request) {
        this.name = name;
        this.request = request;
    }

    /** Has the context fetch the reference before the search goes on, and hand what follows from it to {@code sink}. */
    static void start(String name, DriftRequest request, QueryRewriteContext context, Consumer<DriftPlan> sink) {
        ReferenceFetch fetch = new ReferenceFetch(name, request);
        switch (request.reference()) {
            case DriftReference.Stored stored ->
                context.registerAsyncAction((client, listener) -> fetch.profile(client, stored, sink, listener));
            case DriftReference.Documents documents -> {
                ReferenceSearch search = ReferenceSearch.in(context, request, documents.query());
                context.registerAsyncAction(
                        (client, listener) -> search.start(client, listener.delegateFailureAndWrap((next, plan) -> {
                            sink.accept(plan);
                            next.onResponse(null);
                        })));
            }
            case DriftReference.None none -> sink.accept(fetch.unjudged());
        }
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

    private void profile(
            Client client, DriftReference.Stored stored, Consumer<DriftPlan> sink, ActionListener<?> listener) {
        ProfileReference reference = stored.reference();
        ApiRequest get = ApiRequest.of(Map.of("name", reference.name(), "version", reference.revision()));
        ActionListener<ApiResponse> answered = listener.delegateFailureAndWrap((next, response) -> {
            sink.accept(plan(ProfileSnapshot.read(response)));
            next.onResponse(null);
        });
        client.execute(ProfileActions.GET.action(), get, answered);
    }

    private DriftPlan plan(ProfileSnapshot snapshot) {
        DriftSettings settings = request.settings();
        List<ReferenceColumn> columns = new ArrayList<>();
        for (ComparedField field : request.fields()) {
            ColumnProfile column = snapshot.profile().column(field.column());
            if (column == null) {
                throw new IllegalArgumentException("drift aggregation [" + name + "]: profile " + snapshot.id()
                        + " has no column [" + field.column() + "]; it has " + known(snapshot)
                        + "; name the column of a field by {\"field\": …, \"column\": …}");
            }
            if (column.masked()) {
                settings = settings.withColumn(
                        field.column(), ProfileDrift.missingRateOf(request.settings(), field.column()));
            }
            columns.add(ReferenceColumn.OfProfile.of(
                    column, ProfileDrift.wantsCategories(request.settings(), field.column())));
        }
        return new DriftPlan(snapshot.id(), request.fields(), columns, settings, unmatched(snapshot));
    }

    private List<String> unmatched(ProfileSnapshot snapshot) {
        Set<String> compared =
                request.fields().stream().map(ComparedField::column).collect(Collectors.toSet());
        return snapshot.profile().columns().stream()
                .map(ColumnProfile::name)
                .filter(column -> !compared.contains(column))
                .toList();
    }

    private static String known(ProfileSnapshot snapshot) {
        List<String> names =
                snapshot.profile().columns().stream().map(ColumnProfile::name).toList();
        return names.stream().limit(20).toList() + (names.size() > 20 ? " and " + (names.size() - 20) + " more" : "");
    }
}
