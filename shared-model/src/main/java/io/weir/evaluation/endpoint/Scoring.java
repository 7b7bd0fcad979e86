package io.weir.evaluation.endpoint;

import io.weir.evaluation.endpoint.EndpointException.Place;
import io.weir.evaluation.trial.PredictedColumns;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the predictions of many rows, several requests at a time: one thread reads rows and writes requests, and each request
 * waits on a virtual thread of its own. The first failure ends all.
 */
final class Scoring {
    private final Calls calls;
    private final Protocol protocol;
    private final URI uri;
    private final int concurrency;
    private final Semaphore free;
    private final Collected collected;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long batches;

    /**
     * Of a model.
     *
     * @param taken names of columns that predictions must not have
     */
    Scoring(Calls calls, Protocol protocol, URI uri, int concurrency, Supplier<List<String>> taken) {
        this.calls = calls;
        this.protocol = protocol;
        this.uri = uri;
        this.concurrency = concurrency;
        this.free = new Semaphore(concurrency);
        this.collected = new Collected(taken);
    }

    /** Where rows come from. */
    @FunctionalInterface
    interface Source {
        /** Adds rows until there is no more room or no more rows; false if none was added. */
        boolean fill(FeatureRows rows) throws IOException;
    }

    /**
     * The predictions of all rows.
     *
     * @param rows room for the rows of a request
     * @throws EndpointException if an answer is not as it should be
     * @throws InterruptedIOException at once if the thread is interrupted
     */
    PredictedColumns run(Source source, FeatureRows rows) throws IOException {
        ExecutorService executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("weir-endpoint-", 0).factory());
        try {
            while (source.fill(rows)) {
                byte[] request = protocol.request(rows);
                Place place = new Place(uri, ++batches, rows.firstRow(), rows.firstRow() + rows.rows() - 1);
                free.acquire();
                stopIfFailed();
                executor.execute(() -> ask(place, request));
                rows.clear();
            }
            free.acquire(concurrency);
            stopIfFailed();
            return collected.columns(Math.toIntExact(rows.firstRow() - 1));
        } catch (WrongAnswerException e) {
            throw new EndpointException(Place.of(uri), "the answer " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("asking " + uri + " was stopped").initCause(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private void ask(Place place, byte[] request) {
        try {
            byte[] answer = calls.post(place, request);
            Outputs outputs = protocol.outputs(answer, place.rows());
            collected.add(place.firstRow() - 1, place.rows(), outputs);
        } catch (WrongAnswerException e) {
            failure.compareAndSet(null, new EndpointException(place, "the answer " + e.getMessage(), e));
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }

    private void stopIfFailed() throws IOException {
        Throwable first = failure.get();
        if (first instanceof IOException e) {
            throw e;
        }
        if (first instanceof InterruptedException e) {
            throw (IOException) new InterruptedIOException("asking " + uri + " was stopped").initCause(e);
        }
        if (first != null) {
            throw new IllegalStateException("asking " + uri + " failed", first);
        }
    }
}
