package io.weir.evaluation.endpoint;

import io.weir.evaluation.endpoint.Transport.Answer;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call: an answer, or a failure.
 *
 * @param answer null if there is none
 * @param failure null if there is an answer
 */
record Attempt(@Nullable Answer answer, @Nullable IOException failure) {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SHOWN = 300;

    /** The body of an answer 200, or null. */
    byte @Nullable [] body() {
        return answer != null && answer.status() == OK ? answer.body() : null;
    }

    /** For statistics. */
    String kind() {
        if (answer != null) {
            return Integer.toString(answer.status());
        }
        if (failure instanceof RefusedCallException) {
            return "refused";
        }
        if (failure instanceof SSLException) {
            return "tls";
        }
        boolean late = failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException);
        return late ? "timeout" : "connection";
    }

    boolean isTimeout() {
        return kind().equals("timeout");
    }

    /** Whether it may succeed when it is made again at once: busy, not up yet, or the connection broke. */
    boolean isPassing() {
        return answer == null
                ? kind().equals("connection")
                : answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
    }

    /** Whether waiting won't help: it is not there, not allowed, or elsewhere. */
    boolean isHopeless() {
        return answer == null
                ? !kind().equals("connection") && !isTimeout()
                : answer.status() / 100 == 3 || answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN;
    }

    /** What happened, without advice. */
    String described() {
        if (answer != null) {
            String text = new String(
                            answer.body(), 0, Math.min(answer.body().length, 4 * SHOWN), StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
            String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
            return "answered " + answer.status() + (shown.isEmpty() ? "" : ": " + shown);
        }
        String message = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
        return switch (kind()) {
            case "refused", "timeout" -> message;
            case "tls" -> "no secure connection: " + message;
            default ->
                "no connection (" + (failure == null ? "" : failure.getClass().getSimpleName())
                        + (message.isEmpty() ? "" : ", " + message) + ")";
        };
    }

    /** What to do about a failure that is not tried again. */
    String advice() {
        if (answer == null) {
            return switch (kind()) {
                case "refused" -> "";
                case "tls" -> "; give it a certificate that this JVM trusts";
                case "timeout" -> "; set timeout higher, or batch lower";
                default -> "; see whether it is up";
            };
        }
        return switch (answer.status()) {
            case UNAUTHORIZED, FORBIDDEN -> "; give a token that may use it";
            case 404 -> "; correct url, model and version";
            case 413 -> "; set batch lower";
            case 400, 422 -> "; compare features, types and input with what the model takes";
            default ->
                answer.status() / 100 == 3
                        ? "; redirects are not followed: give the url that it leads to"
                        : "; see the endpoint's own log, since only 429, 503 and broken connections are tried again";
        };
    }
}
