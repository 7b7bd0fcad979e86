package io.weir.elasticsearch.outbox;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.StoredDocument;
import java.util.List;
import java.util.function.LongSupplier;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.settings.Settings;

/** Removes deliveries that were delivered long ago. */
public final class Retention implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final DeliveryStore store;
    private final OutboxSettings settings;
    private final LongSupplier clock;

    /** Removal after the time that the settings say. */
    public Retention(Client client, Documents documents, Settings settings, LongSupplier clock) {
        this.store = new DeliveryStore(client, documents);
        this.settings = new OutboxSettings(settings);
        this.clock = clock;
    }

    @Override
    public void run() {
        List<StoredDocument> old = store.deliveredBefore(clock.getAsLong() - settings.retentionMillis(), AT_ONCE);
        store.delete(old);
    }
}
