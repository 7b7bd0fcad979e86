package io.weir.jenkins.report;

import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One round of sending: a client for each server, and which of them don't answer. A server that doesn't is asked once a
 * round, so that those of other folders are not kept waiting. Not thread-safe.
 */
final class Round implements AutoCloseable {
    private final Map<String, @Nullable ElasticsearchClient> clients = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    /** Whether the report's server has already not answered in this round. */
    boolean isSilent(Report report) {
        return silent.contains(report.scope());
    }

    Sent attempt(Report report) {
        if (!clients.containsKey(report.scope())) {
            clients.put(report.scope(), Target.open(report.scope()));
        }
        ElasticsearchClient client = clients.get(report.scope());
        if (client == null) {
            silent.add(report.scope());
            return Sent.tryAgain(
                    report.scope().isEmpty()
                            ? "no Elasticsearch URL is configured"
                            : "the folder '" + report.scope() + "' is gone or has no Elasticsearch URL any more");
        }
        try {
            ElasticsearchClient.Answer answer = client.post(report.path(), report.body());
            return Sent.of(answer.status(), answer.body());
        } catch (IOException e) {
            silent.add(report.scope());
            return Sent.tryAgain("no answer from Elasticsearch: " + e);
        }
    }

    @Override
    public void close() {
        for (ElasticsearchClient client : clients.values()) {
            if (client != null) {
                client.close();
            }
        }
    }
}
