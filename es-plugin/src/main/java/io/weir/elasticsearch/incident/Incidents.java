package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.outbox.Outbox;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OrdinaryIndex;
import java.util.function.LongSupplier;

/** Puts this package's parts together. */
public final class Incidents {
    private final IncidentStore store;
    private final Documents documents;
    private final LongSupplier clock;

    /** The incidents in those documents. */
    public Incidents(Documents documents, OrdinaryIndex index, LongSupplier clock) {
        this.documents = documents;
        this.clock = clock;
        this.store = new IncidentStore(documents, index, new Outbox(documents));
    }

    /** For detectors: applies what they found. */
    public IncidentEffects effects() {
        return new IncidentEffects(store);
    }

    /** For detectors: what is open. */
    public OpenIncidents open() {
        return new OpenIncidents(documents);
    }

    /** For callers. */
    public IncidentOperations operations() {
        return new IncidentOperations(new IncidentSearch(documents), new IncidentEdits(store, clock));
    }

    /** For the node that runs the outbox: settles what a crash left owing. */
    public Runnable repair() {
        return new Repair(documents, store);
    }
}
