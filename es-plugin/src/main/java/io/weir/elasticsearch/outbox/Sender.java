package io.weir.elasticsearch.outbox;

import io.weir.incident.IncidentJson;
import io.weir.json.StrictJson;
import io.weir.webhook.SignedDelivery;
import io.weir.webhook.SigningKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.threadpool.Scheduler;

/**
 * Sends one delivery over HTTP. Redirects are not followed, since they would lead to where no setting points; certificates
 * are always checked; answers are not read.
 */
final class Sender implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A receiver only stores what it gets; more time means that it is not well. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    /** The request's own limit ends with the answer's headers; a body that never ends would hold a place for ever. */
    static final TimeValue EXCHANGE = TimeValue.timeValueSeconds(25);

    static final long MAX_RETRY_AFTER = Duration.ofHours(1).toMillis();

    private final HttpClient http;
    private final Webhooks webhooks;
    private final Executor executor;
    private final Scheduler scheduler;
    private final TimeValue exchange;

    /**
     * A sender to those webhooks.
     *
     * @param executor runs what follows an answer
     * @param scheduler ends an exchange that does not end by itself
     * @param exchange how long all of an exchange may take, {@link #EXCHANGE} but in tests
     */
    Sender(Webhooks webhooks, Executor executor, Scheduler scheduler, TimeValue exchange) {
        this.webhooks = webhooks;
        this.executor = executor;
        this.scheduler = scheduler;
        this.exchange = exchange;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(executor)
                .build();
    }

    /** Signs and sends; the future never fails. */
    CompletableFuture<Answer> send(Delivery delivery, Instant now) {
        Optional<Webhook> webhook = webhooks.webhook(delivery.webhook());
        Optional<SigningKey> key = webhooks.key(delivery.webhook());
        if (webhook.isEmpty() || key.isEmpty()) {
            String problem = webhooks.problem(delivery.webhook()).orElse("its secret was just removed");
            return CompletableFuture.completedFuture(new Answer(Answer.Verdict.UNAVAILABLE, 0, 0, problem));
        }
        byte[] body = StrictJson.write(delivery.event());
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.get().url())
                .timeout(ANSWER)
                .header("Content-Type", IncidentJson.CONTENT_TYPE)
                .header("User-Agent", "weir")
                .POST(BodyPublishers.ofByteArray(body));
        SignedDelivery.sign(delivery.id(), now, body, key.get()).headers().forEach(request::header);
        CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(request.build(), BodyHandlers.discarding());
        Scheduler.Cancellable limit = scheduler.schedule(() -> sent.cancel(true), exchange, executor);
        return sent.handle((response, failure) -> {
            limit.cancel();
            return failure == null ? answer(response, now) : failed(failure);
        });
    }

    private static Answer answer(HttpResponse<Void> response, Instant now) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Answer(Answer.Verdict.DELIVERED, status, 0, null);
        }
        String reason = "the receiver answered " + status;
        if (status == 410) {
            return new Answer(Answer.Verdict.GONE, status, 0, reason);
        }
        boolean busy = status >= 500 || status == 408 || status == 425 || status == 429;
        if (!busy) {
            String hint = status / 100 == 3 ? "; redirects are not followed, correct the webhook's url" : "";
            return new Answer(Answer.Verdict.REFUSED, status, 0, reason + hint);
        }
        long wait = response.headers()
                .firstValue("Retry-After")
                .map(value -> retryAfter(value, now))
                .orElse(0L);
        return new Answer(Answer.Verdict.UNAVAILABLE, status, wait, reason);
    }

    private static Answer failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return new Answer(Answer.Verdict.UNAVAILABLE, 0, 0, "the answer did not end in time");
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String what = cause instanceof IOException ? "no answer" : "not sent";
        return new Answer(
                Answer.Verdict.UNAVAILABLE, 0, 0, what + ", " + cause.getClass().getSimpleName() + message);
    }

    static long retryAfter(String value, Instant now) {
        try {
            return Math.clamp(Long.parseLong(value.trim()) * 1_000, 0, MAX_RETRY_AFTER);
        } catch (NumberFormatException e) {
            // Then it is a date.
        }
        try {
            Instant at = ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.clamp(Duration.between(now, at).toMillis(), 0, MAX_RETRY_AFTER);
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
