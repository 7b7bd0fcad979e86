package io.weir.evaluation.endpoint;

import io.weir.evaluation.endpoint.EndpointException.Place;
import io.weir.evaluation.endpoint.Transport.Answer;
import io.weir.evaluation.endpoint.Transport.Call;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls until they succeed, can't, or time is up. Made again, with growing pauses, is what was answered 429 or 503 or not
 * at all because a connection failed; what took too long is not, since the endpoint may still be at it.
 */
final class Calls {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE_OF_READINESS = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Transport transport;
    private final EndpointLimits limits;
    private final Meter meter;
    private final long end;

    /** Calls from now on, until the limits' total is up. */
    Calls(Transport transport, EndpointLimits limits, Meter meter) {
        this.transport = transport;
        this.limits = limits;
        this.meter = meter;
        this.end = System.nanoTime() + limits.total().toNanos();
    }

    /**
     * Posts a request for predictions.
     *
     * @return the body of the answer 200
     * @throws EndpointException if there is none
     */
    byte[] post(Place place, byte[] request) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            long start = System.nanoTime();
            Attempt made = attempt(place, request, limits.request());
            byte[] body = made.body();
            if (body != null) {
                meter.answered(System.nanoTime() - start, place.rows(), request.length, body.length);
                return body;
            }
            meter.failed(made.kind());
            if (!made.isPassing()) {
                throw failed(place, made, made.described() + advice(made));
            }
            if (tried > limits.retries()) {
                throw failed(
                        place,
                        made,
                        made.described() + ", at the last of " + tried
                                + " attempts; see whether it is up, and whether it" + " bears " + limits.concurrency()
                                + " requests at a time");
            }
            pause(place, made, pause(tried, LONGEST_PAUSE, made.answer()));
            meter.retried();
        }
    }

    /** Gets a document. */
    byte[] get(Place place) throws IOException, InterruptedException {
        Attempt made = attempt(place, null, limits.request());
        byte[] body = made.body();
        if (body == null) {
            throw failed(place, made, made.described() + advice(made));
        }
        return body;
    }

    /** Asks again and again until the answer is 200, as long as limits allow a model to become ready. */
    void awaitReady(Place place) throws IOException, InterruptedException {
        long patience = System.nanoTime() + limits.ready().toNanos();
        for (int tried = 1; ; tried++) {
            Duration most = Duration.ofNanos(Math.clamp(
                    patience - System.nanoTime(),
                    FIRST_PAUSE.toNanos(),
                    limits.request().toNanos() + FIRST_PAUSE.toNanos()));
            Attempt made = attempt(place, null, most);
            if (made.body() != null) {
                return;
            }
            if (made.isHopeless()) {
                throw failed(place, made, made.described() + advice(made));
            }
            Duration pause = pause(tried, LONGEST_PAUSE_OF_READINESS, made.answer());
            if (System.nanoTime() + pause.toNanos() > patience) {
                throw failed(
                        place,
                        made,
                        "not ready within " + limits.ready().toMillis() + " ms, at last: " + made.described()
                                + "; see whether model and version are served there, or wait longer by ready");
            }
            pause(place, made, pause);
        }
    }

    private Attempt attempt(Place place, byte @Nullable [] body, Duration most)
            throws EndpointException, InterruptedException {
        long nanos = Math.min(left(place, null), most.toNanos());
        try {
            return new Attempt(transport.send(new Call(place.uri(), body), Duration.ofNanos(nanos)), null);
        } catch (IOException e) {
            return new Attempt(null, e);
        }
    }

    private String advice(Attempt made) {
        return made.isTimeout() && System.nanoTime() >= end
                ? ", and the deadline of " + limits.total().toMillis()
                        + " ms for everything is over; set deadline higher, or take fewer rows"
                : made.advice();
    }

    private static EndpointException failed(Place place, Attempt made, String what) {
        return new EndpointException(place, what, made.failure());
    }

    /** Nanoseconds until everything must be over. */
    private long left(Place place, @Nullable Attempt last) throws EndpointException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw overdue(place, last);
        }
        return left;
    }

    private EndpointException overdue(Place place, @Nullable Attempt last) {
        return new EndpointException(
                place,
                (last == null ? "not asked" : last.described() + ", and not asked again")
                        + ", since the deadline of " + limits.total().toMillis()
                        + " ms for everything is over; set deadline higher, or take fewer rows",
                last == null ? null : last.failure());
    }

    private void pause(Place place, Attempt made, Duration pause) throws EndpointException, InterruptedException {
        if (pause.toNanos() >= left(place, made)) {
            throw overdue(place, made);
        }
        Thread.sleep(pause);
    }

    /** Doubles each time; longer if the answer asks for it. */
    private static Duration pause(int tried, Duration longest, @Nullable Answer answer) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(tried - 1, MOST_DOUBLINGS));
        Duration usual = growing.compareTo(longest) < 0 ? growing : longest;
        String asked = answer == null ? null : answer.retryAfter();
        if (asked == null || !asked.strip().matches("\\d{1,9}")) {
            return usual;
        }
        Duration wanted = Duration.ofSeconds(Math.min(Long.parseLong(asked.strip()), LONGEST_RETRY_AFTER.toSeconds()));
        return wanted.compareTo(usual) > 0 ? wanted : usual;
    }
}
