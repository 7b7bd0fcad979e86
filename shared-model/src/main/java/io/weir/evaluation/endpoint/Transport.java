package io.weir.evaluation.endpoint;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries one request and its answer. Safe for use by many threads. */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and waits for the whole answer, whatever its status.
     *
     * @param atMost from now to the last byte
     * @throws RefusedCallException if it must not be sent, or its answer not be read; trying again is of no use
     * @throws java.net.http.HttpTimeoutException if it takes longer
     * @throws IOException if there is no connection, or it broke
     * @throws InterruptedException at once if the thread is interrupted; the request is given up
     */
    Answer send(Call call, Duration atMost) throws IOException, InterruptedException;

    @Override
    void close();

    /**
     * A request.
     *
     * @param body JSON that is posted; null gets
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Call(URI uri, byte @Nullable [] body) {}

    /**
     * An answer.
     *
     * @param retryAfter the header of that name, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Answer(int status, byte[] body, @Nullable String retryAfter) {}
}
