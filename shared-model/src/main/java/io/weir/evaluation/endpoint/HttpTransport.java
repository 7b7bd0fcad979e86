package io.weir.evaluation.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 by the JDK's client: certificates are always checked, redirects never followed, proxies not used, since a policy can't
 * see what is behind one.
 *
 * <p>A name's addresses are looked up and held against the policy before each request. The client looks the name up again when it
 * connects; the JVM's cache of addresses, thirty seconds unless told otherwise, makes both the same.
 */
public final class HttpTransport implements Transport {
    /** Characters that a token may have (RFC 6750). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final HttpClient http;
    private final AddressPolicy policy;
    private final @Nullable String token;
    private final int answerBytes;

    /**
     * A transport.
     *
     * @param token sent as bearer token with each request, over https or to private addresses only; null for none
     * @throws IllegalArgumentException if the token has characters that none may have; it is not shown
     */
    public HttpTransport(AddressPolicy policy, EndpointLimits limits, @Nullable String token) {
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the token has characters that a bearer token can't have, such as spaces"
                    + " or line breaks; store it without them");
        }
        this.policy = policy;
        this.token = token;
        this.answerBytes = limits.answerBytes();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(limits.connect())
                .build();
    }

    @Override
    public Answer send(Call call, Duration atMost) throws IOException, InterruptedException {
        check(call.uri());
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        byte[] body = call.body();
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        }
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request.build(), answer -> new CappedBody(answerBytes));
        try {
            HttpResponse<byte[]> answer = sent.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(
                    answer.statusCode(),
                    withoutToken(answer.body()),
                    answer.headers().firstValue("Retry-After").orElse(null));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException("the request failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + atMost.toMillis() + " ms");
        } finally {
            sent.cancel(true);
        }
    }

    private void check(URI uri) throws IOException {
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new RefusedCallException("the url must begin with http:// or https://");
        }
        for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
            String refusal = policy.refusal(address);
            if (refusal != null) {
                throw new RefusedCallException("its address " + address.getHostAddress() + " is " + refusal
                        + "; name an endpoint that may be talked to");
            }
            if (token != null && "http".equalsIgnoreCase(uri.getScheme()) && !NetworkPolicy.isPrivate(address)) {
                throw new RefusedCallException("a token must not travel through the internet without TLS; use https");
            }
        }
    }

    /** An endpoint that repeats what it was sent must not bring the token into a log. */
    private byte[] withoutToken(byte[] body) {
        if (token == null) {
            return body;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.contains(token) ? text.replace(token, "***").getBytes(StandardCharsets.ISO_8859_1) : body;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
