package io.weir.jenkins.elasticsearch;

import hudson.ProxyConfiguration;
import io.weir.jenkins.config.WeirConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Talks to the configured Elasticsearch, through Jenkins' proxy. Redirects are not followed: they would carry the key away. */
final class ElasticsearchClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Enough of an error to read in a log. */
    private static final int MAX_ANSWER = 500;

    private final HttpClient http;
    private final String base;
    private final Optional<String> authorization;

    private ElasticsearchClient(String base, Optional<String> authorization) {
        this.http = ProxyConfiguration.newHttpClientBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.base = base;
        this.authorization = authorization;
    }

    /** As the settings say now. */
    static ElasticsearchClient configured() {
        WeirConfiguration settings = WeirConfiguration.get();
        String url = settings.getElasticsearchUrl();
        return new ElasticsearchClient(url, Authorization.of(settings.getCredentialsId(), url));
    }

    Sent send(Report report) {
        if (base.isEmpty()) {
            return Sent.tryAgain("no Elasticsearch URL is configured");
        }
        HttpRequest.Builder request = ProxyConfiguration.newHttpRequestBuilder(URI.create(base + report.path()))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(report.body()));
        authorization.ifPresent(value -> request.setHeader("Authorization", value));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return Sent.of(answer.statusCode(), new String(body.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Sent.tryAgain("no answer from " + base + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Sent.tryAgain("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
