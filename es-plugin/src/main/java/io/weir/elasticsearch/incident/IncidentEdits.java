package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.StoredDocument;
import io.weir.incident.Incident;
import io.weir.json.InvalidJsonException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.rest.RestStatus;
import org.jspecify.annotations.Nullable;

/** Changes one incident on somebody's behalf, in competition with detectors and others, and each report once. */
final class IncidentEdits {
    private static final int ROUNDS = 10;
    private static final Pattern ID = Pattern.compile("([0-9a-f]{32})-([0-9]{1,18})");

    private final IncidentStore store;
    private final LongSupplier clock;

    IncidentEdits(IncidentStore store, LongSupplier clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What an edit does to an incident. */
    interface Edit {
        /** The changed incident; its control is revised afterwards. */
        IncidentDocument apply(IncidentDocument before, Instant now);

        /** What that means, judged by the change. */
        Effect effect(IncidentDocument before, IncidentDocument after);
    }

    /** An incident as it was found. */
    record Found(StoredDocument stored, IncidentDocument document) {}

    /** The incident with that id, current or past, realtime. */
    Found find(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new InvalidJsonException("incident id is '" + (id.length() > 80 ? id.substring(0, 80) + "…" : id)
                    + "', must be 32 hexadecimal digits, a dash and a number");
        }
        for (String documentId : List.of(matcher.group(1), id)) {
            Optional<StoredDocument> stored = store.get(documentId);
            if (stored.isPresent()) {
                IncidentDocument document =
                        IncidentDocument.read(documentId, stored.get().source());
                if (document.incident().id().equals(id)) {
                    return new Found(stored.get(), document);
                }
            }
        }
        throw new ResourceNotFoundException("there is no incident '" + id + "'; GET /_weir/incidents lists them");
    }

    /**
     * Applies an edit.
     *
     * @param reportId if this id was applied before, nothing changes and the incident is returned as it is
     */
    Incident edit(String id, @Nullable String reportId, Edit edit) {
        for (int round = 0; round < ROUNDS; round++) {
            Found found = find(id);
            IncidentDocument before = found.document();
            if (reportId != null && before.control().reports().contains(reportId)) {
                // The first time may have been cut short before its deliveries were put into the outbox.
                store.settle(List.of(found.stored()));
                return before.incident();
            }
            Instant now = Instant.ofEpochMilli(clock.getAsLong());
            IncidentDocument after = revised(before, edit, reportId, now);
            IncidentStore.Changed change = new IncidentStore.Changed(Optional.of(found.stored()), after);
            if (store.change(List.of(change), RefreshPolicy.IMMEDIATE).getFirst()) {
                return after.incident();
            }
        }
        throw new ElasticsearchStatusException(
                "incident '" + id + "' was changed by others in each of " + ROUNDS + " attempts; try again",
                RestStatus.CONFLICT);
    }

    private static IncidentDocument revised(
            IncidentDocument before, Edit edit, @Nullable String reportId, Instant now) {
        IncidentDocument edited;
        try {
            edited = edit.apply(before, now);
        } catch (IllegalStateException e) {
            throw new ElasticsearchStatusException(e.getMessage(), RestStatus.CONFLICT);
        }
        Control control = edited.control().revised();
        if (reportId != null) {
            control = control.reported(reportId);
        }
        Effect effect = edit.effect(before, edited);
        String[] cause = {"edit", before.incident().id(), Long.toString(control.revision()), effect.id()};
        return edited.with(Lifecycle.owing(control, effect, cause, now));
    }
}
