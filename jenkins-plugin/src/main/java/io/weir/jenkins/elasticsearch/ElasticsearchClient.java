package io.weir.jenkins.elasticsearch;

import hudson.ProxyConfiguration;
import hudson.model.ItemGroup;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Talks to one Elasticsearch, through Jenkins' proxy. Redirects are not followed: they would carry the key away. */
public final class ElasticsearchClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Enough of an error to read in a log. */
    private static final int MAX_ANSWER = 500;

    private final HttpClient http;
    private final String base;
    private final Optional<String> authorization;

    /**
     * A client.
     *
     * @param url address in the form of {@link ElasticsearchUrl}
     * @param credentialsId credentials of the controller, empty for none
     */
    public ElasticsearchClient(String url, String credentialsId) {
        this(url, Authorization.of(credentialsId, url));
    }

    /**
     * A client for a folder.
     *
     * @param url address in the form of {@link ElasticsearchUrl}
     * @param credentialsId credentials that the folder keeps itself, empty for none
     * @param folder the folder
     */
    public ElasticsearchClient(String url, String credentialsId, ItemGroup<?> folder) {
        this(url, Authorization.of(credentialsId, url, folder));
    }

    /**
     * A client for another server that takes JSON and, of credentials of the controller, a secret text as a bearer's.
     *
     * @param url whole address, in the form of {@link ElasticsearchUrl}
     * @param credentialsId empty for none
     */
    public static ElasticsearchClient bearing(String url, String credentialsId) {
        return new ElasticsearchClient(
                url, Authorization.of(credentialsId, url).map(value -> value.replaceFirst("^ApiKey ", "Bearer ")));
    }

    private ElasticsearchClient(String url, Optional<String> authorization) {
        this.http = ProxyConfiguration.newHttpClientBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.base = url;
        this.authorization = authorization;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body its beginning
     */
    public record Answer(int status, String body) {}

    /** Posts JSON to a path below the address. */
    public Answer post(String path, byte[] json) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build());
    }

    /** Puts JSON to a path below the address. */
    public Answer put(String path, byte[] json) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(json))
                .build());
    }

    /**
     * A document.
     *
     * @param status HTTP status
     * @param body all of it
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Document(int status, byte[] body) {}

    /**
     * Gets a whole document.
     *
     * @throws IOException if there is no answer, or one of more than {@code most} bytes
     */
    public Document document(String path, int most) throws IOException {
        HttpRequest request = request(path).GET().build();
        return exchange(request, answer -> {
            byte[] body = answer.body().readNBytes(most + 1);
            if (body.length > most) {
                throw new IOException("the answer has more than " + most + " bytes");
            }
            return new Document(answer.statusCode(), body);
        });
    }

    /** Gets a path below the address. */
    public Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) throws IOException {
        try {
            HttpRequest.Builder request = ProxyConfiguration.newHttpRequestBuilder(URI.create(base + path))
                    .timeout(ANSWER);
            authorization.ifPresent(value -> request.setHeader("Authorization", value));
            return request;
        } catch (IllegalArgumentException e) {
            throw new IOException("can't send to '" + base + "': " + e.getMessage(), e);
        }
    }

    private Answer send(HttpRequest request) throws IOException {
        return exchange(
                request,
                answer -> new Answer(
                        answer.statusCode(), new String(answer.body().readNBytes(MAX_ANSWER), StandardCharsets.UTF_8)));
    }

    private interface Reader<T> {
        T read(HttpResponse<InputStream> answer) throws IOException;
    }

    private <T> T exchange(HttpRequest request, Reader<T> reader) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return reader.read(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
