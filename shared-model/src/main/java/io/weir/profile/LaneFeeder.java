package io.weir.profile;

import io.weir.table.Batch;
import io.weir.table.Table;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deals a table's batches to lanes in turn, so that each lane sees the same batches in every run, however fast the threads
 * are. Whoever finds nothing dealt reads ahead for all, as far as there are batches.
 */
final class LaneFeeder {
    /** Batches for each lane: one at work and two waiting let lanes run apart by so much. */
    private static final int PER_LANE = 3;

    private final Table table;
    private final List<ArrayDeque<Batch>> dealt = new ArrayList<>();
    private final ArrayDeque<Batch> free = new ArrayDeque<>();
    private int next;
    private boolean ended;
    private @Nullable Throwable failure;

    /** Deals {@code first}, which was claimed already, and then the rest of the table. */
    LaneFeeder(Table table, int lanes, @Nullable Batch first) {
        this.table = table;
        for (int i = 0; i < lanes; i++) {
            dealt.add(new ArrayDeque<>());
        }
        for (int i = first == null ? 0 : 1; i < lanes * PER_LANE; i++) {
            free.add(new Batch());
        }
        if (first != null) {
            dealt.getFirst().add(first);
            next = 1 % lanes;
        }
    }

    /**
     * The next batch of a lane, claimed but not decoded, or null at the end or after a failure. Give the last one back first.
     *
     * @throws InterruptedIOException if the thread is interrupted
     */
    synchronized @Nullable Batch take(int lane) throws IOException {
        while (failure == null) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("profiling was stopped");
            }
            Batch batch = dealt.get(lane).poll();
            if (batch != null || ended) {
                return batch;
            }
            Batch empty = free.poll();
            if (empty == null) {
                await();
            } else if (table.claim(empty)) {
                deal(empty);
            } else {
                ended = true;
                notifyAll();
            }
        }
        return null;
    }

    /** Takes a batch back that is used up. */
    synchronized void giveBack(Batch batch) {
        free.add(batch);
        notifyAll();
    }

    /** Ends all lanes, because one has failed. The first failure counts. */
    synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        notifyAll();
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    private void deal(Batch batch) {
        dealt.get(next).add(batch);
        next = (next + 1) % dealt.size();
        notifyAll();
    }

    private void await() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("profiling was stopped");
        }
    }
}
