package io.weir.elasticsearch.outbox;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.Write;
import io.weir.elasticsearch.store.Written;
import java.util.List;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;

/** Takes deliveries in. */
public final class Outbox {
    private final Documents documents;

    /** An outbox in those documents. */
    public Outbox(Documents documents) {
        this.documents = documents;
    }

    /**
     * Makes sure that each delivery is in the outbox. One that is there already stays as it is, whatever has become of it:
     * so that nothing is sent twice because it was put in twice.
     *
     * @throws RuntimeException if it is not known to be there; put it in again
     */
    public void put(List<Delivery> deliveries) {
        List<Write> writes = deliveries.stream()
                .map(delivery -> Write.create(OwnIndices.OUTBOX, delivery.id(), delivery.write()))
                .toList();
        for (Written written : documents.write(writes, RefreshPolicy.NONE)) {
            written.orThrow();
        }
    }
}
