package io.weir.elasticsearch.outbox;

import java.util.List;
import java.util.function.LongSupplier;
import org.elasticsearch.logging.LogManager;
import org.elasticsearch.logging.Logger;

/** What the one node that runs the outbox does for the whole cluster, now and then. One that fails is done again later. */
public final class Chores {
    private static final Logger LOGGER = LogManager.getLogger(Chores.class);

    /** A crash between two writes is repaired within this time. */
    private static final long EVERY = 10_000;

    private final List<Runnable> chores;
    private final LongSupplier clock;
    private long dueAt;

    /** Those chores, the first time after {@value #EVERY} milliseconds. */
    public Chores(List<Runnable> chores, LongSupplier clock) {
        this.chores = List.copyOf(chores);
        this.clock = clock;
        this.dueAt = clock.getAsLong() + EVERY;
    }

    void doDue() {
        if (clock.getAsLong() < dueAt) {
            return;
        }
        dueAt = clock.getAsLong() + EVERY;
        for (Runnable chore : chores) {
            try {
                chore.run();
            } catch (RuntimeException e) {
                LOGGER.warn("a chore failed, it is done again in " + EVERY / 1_000 + " seconds", e);
            }
        }
    }
}
