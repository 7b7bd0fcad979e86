package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.outbox.Delivery;
import io.weir.elasticsearch.outbox.Outbox;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OrdinaryIndex;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.store.Write;
import io.weir.elasticsearch.store.Written;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentJson;
import io.weir.json.StrictJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;

/**
 * Incidents in their index, and the order in which a change of one becomes lasting: the incident with the deliveries it
 * owes, the deliveries in the outbox, the incident without the debt. A crash in between leaves a debt that the next change
 * or {@link Repair} settles.
 *
 * <p>The current incident of a fingerprint has the fingerprint as its document's id; when a new one takes its place, the
 * resolved one is kept under its own id.
 */
final class IncidentStore {

    /**
     * A conditional change.
     *
     * @param read the document as it was read, or null if there was none
     * @param next its new content
     */
    record Changed(Optional<StoredDocument> read, IncidentDocument next) {
        String documentId() {
            return read.map(StoredDocument::id).orElseGet(() -> next.incident().fingerprint());
        }
    }

    private final Documents documents;
    private final OrdinaryIndex index;
    private final Outbox outbox;

    IncidentStore(Documents documents, OrdinaryIndex index, Outbox outbox) {
        this.documents = documents;
        this.index = index;
        this.outbox = outbox;
    }

    /** The current documents of those fingerprints, realtime. */
    Map<String, StoredDocument> get(Collection<String> fingerprints) {
        return documents.get(OwnIndices.INCIDENTS, fingerprints);
    }

    /** The document with that id, realtime: a fingerprint's current one, or a past incident's. */
    Optional<StoredDocument> get(String documentId) {
        return documents.get(OwnIndices.INCIDENTS, documentId);
    }

    /** Keeps resolved incidents under their own ids, before their places are taken. */
    void keep(List<StoredDocument> past) {
        List<Write> writes = past.stream()
                .map(document -> Write.create(
                        OwnIndices.INCIDENTS,
                        IncidentDocument.read(document.id(), document.source())
                                .incident()
                                .id(),
                        document.source()))
                .toList();
        // A conflict means that a run before this one, cut short, has kept it.
        documents.write(writes, RefreshPolicy.NONE).forEach(Written::orThrow);
    }

    /**
     * Makes changes lasting, with everything they owe.
     *
     * @return whether each change happened; if not, somebody else was first: read again and decide again
     * @throws RuntimeException if one is not known to have happened; doing all of it again is safe
     */
    List<Boolean> change(List<Changed> changes, RefreshPolicy refresh) {
        if (changes.isEmpty()) {
            return List.of();
        }
        index.ensure();
        settleDebts(changes.stream().flatMap(change -> change.read().stream()).toList());
        List<Written> results =
                documents.write(changes.stream().map(IncidentStore::write).toList(), refresh);
        List<StoredDocument> written = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Written result = results.get(i);
            if (result.done()) {
                Changed change = changes.get(i);
                written.add(new StoredDocument(
                        change.documentId(),
                        result.seqNo(),
                        result.primaryTerm(),
                        change.next().write()));
            }
        }
        settle(written);
        results.forEach(Written::orThrow);
        return results.stream().map(Written::done).toList();
    }

    /** Puts what these documents owe into the outbox, and takes the debt out of them. */
    void settle(List<StoredDocument> owing) {
        List<StoredDocument> debtors = settleDebts(owing);
        List<Write> settled = debtors.stream()
                .map(document -> Write.replace(
                        OwnIndices.INCIDENTS,
                        document,
                        settled(IncidentDocument.read(document.id(), document.source()))
                                .write()))
                .toList();
        // A conflict leaves the debt in place, for whoever changed the document to settle: the outbox has it already.
        documents.write(settled, RefreshPolicy.NONE);
    }

    private List<StoredDocument> settleDebts(List<StoredDocument> owing) {
        List<StoredDocument> debtors = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (StoredDocument document : owing) {
            IncidentDocument read = IncidentDocument.read(document.id(), document.source());
            if (!read.control().pending().isEmpty()) {
                debtors.add(document);
                deliveries(read).forEach(deliveries::add);
            }
        }
        outbox.put(deliveries);
        return debtors;
    }

    private static IncidentDocument settled(IncidentDocument document) {
        return document.with(document.control().settled());
    }

    private static Stream<Delivery> deliveries(IncidentDocument document) {
        return document.control().pending().stream().map(owed -> {
            IncidentEvent event = new IncidentEvent(owed.id(), owed.type(), owed.at(), document.incident());
            return Delivery.of(
                    owed.id(),
                    owed.webhook(),
                    document.incident().id(),
                    owed.type().id(),
                    document.incident().fingerprint() + ":" + owed.webhook(),
                    owed.sequence(),
                    owed.at(),
                    StrictJson.parseObject(IncidentJson.writeEvent(event), "event " + owed.id()));
        });
    }

    private static Write write(Changed change) {
        IncidentDocument next = change.next();
        return change.read()
                .map(read -> Write.replace(OwnIndices.INCIDENTS, read, next.write()))
                .orElseGet(() -> Write.create(OwnIndices.INCIDENTS, change.documentId(), next.write()));
    }
}
