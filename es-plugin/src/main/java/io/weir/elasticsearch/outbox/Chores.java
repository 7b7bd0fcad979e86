package io.weir.elasticsearch.outbox;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
    private final Set<Runnable> failing = Collections.newSetFromMap(new IdentityHashMap<>());
    private long dueAt;

    /**
     * Those chores, the first time after {@value #EVERY} milliseconds.
     *
     * @param clock milliseconds that only go forward
     */
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
                failing.remove(chore);
            } catch (RuntimeException e) {
                // Once, however long it lasts.
                if (failing.add(chore)) {
                    LOGGER.warn("a chore failed, it is done again every " + EVERY / 1_000 + " seconds", e);
                }
            }
        }
    }
}
