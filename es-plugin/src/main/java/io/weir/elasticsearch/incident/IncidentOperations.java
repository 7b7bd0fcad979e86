package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.api.Durations;
import io.weir.incident.HistoryEntry;
import io.weir.incident.Incident;
import io.weir.incident.IncidentJson;
import io.weir.incident.IncidentState;
import io.weir.incident.Outcome;
import io.weir.json.JsonFields;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What callers may ask of incidents. */
public final class IncidentOperations {
    private static final Set<Outcome> CLOSING = EnumSet.of(Outcome.RECOVERED, Outcome.FIXED, Outcome.NOT_NEEDED);
    private static final Set<Outcome> ANY = EnumSet.allOf(Outcome.class);
    private static final long SECOND = 1_000;
    private static final long MONTH = 31 * 24 * 3_600 * SECOND;

    private final IncidentSearch search;
    private final IncidentEdits edits;

    IncidentOperations(IncidentSearch search, IncidentEdits edits) {
        this.search = search;
        this.edits = edits;
    }

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(search.list(request));
    }

    ApiResponse get(ApiRequest request) {
        return answer(edits.find(request.parameter("id")).document().incident());
    }

    ApiResponse acknowledge(ApiRequest request) {
        Report report = report(request.fields()).withOutcomeOf(ANY, null);
        return move(request, report, IncidentState.ACKNOWLEDGED);
    }

    ApiResponse resolve(ApiRequest request) {
        Report report = report(request.fields()).withOutcomeOf(CLOSING, Outcome.FIXED);
        return move(request, report, IncidentState.RESOLVED);
    }

    ApiResponse note(ApiRequest request) {
        Report report = report(request.fields());
        return answer(edits.edit(
                request.parameter("id"),
                report.reportId(),
                edit((before, now) -> noted(before, report.entry(now, null)))));
    }

    ApiResponse suppress(ApiRequest request) {
        JsonFields fields = request.fields();
        long millis = Durations.required(fields, "for", SECOND, MONTH);
        Report report = report(fields);
        return answer(edits.edit(request.parameter("id"), report.reportId(), edit((before, now) -> {
            Instant until = now.plusMillis(millis);
            String note = "suppressed until " + until + (report.note().isEmpty() ? "" : ": " + report.note());
            HistoryEntry entry = new HistoryEntry(now, null, report.by(), note, null, report.url());
            IncidentDocument noted = noted(before, entry);
            return noted.with(noted.control().suppressed(until));
        })));
    }

    private ApiResponse move(ApiRequest request, Report report, IncidentState to) {
        return answer(edits.edit(
                request.parameter("id"),
                report.reportId(),
                edit((before, now) -> before.incident().state() == to
                        // What is asked for holds already; who said it and why is still worth keeping.
                        ? noted(before, report.entry(now, null))
                        : before.with(before.incident().become(to, report.entry(now, to)), before.control()))));
    }

    private static IncidentDocument noted(IncidentDocument before, HistoryEntry entry) {
        return before.with(before.incident().noted(entry), before.control());
    }

    private static IncidentEdits.Edit edit(Change change) {
        return new IncidentEdits.Edit() {
            @Override
            public IncidentDocument apply(IncidentDocument before, Instant now) {
                return change.apply(before, now);
            }

            @Override
            public Effect effect(IncidentDocument before, IncidentDocument after) {
                if (before.incident().state() == after.incident().state()) {
                    return Effect.NOTED;
                }
                return after.active() ? Effect.ACKNOWLEDGED : Effect.RESOLVED;
            }
        };
    }

    private interface Change {
        IncidentDocument apply(IncidentDocument before, Instant now);
    }

    private static Report report(JsonFields fields) {
        Report report = Report.read(fields);
        fields.end();
        return report;
    }

    private static ApiResponse answer(Incident incident) {
        return ApiResponse.ok(IncidentJson.write(incident));
    }
}
