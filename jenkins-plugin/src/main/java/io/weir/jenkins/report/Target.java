package io.weir.jenkins.report;

import hudson.ExtensionList;
import hudson.model.Item;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.elasticsearch.Servers;
import org.jspecify.annotations.Nullable;

/** Which Elasticsearch a report goes to. */
public final class Target {
    /** The scope of what no part of the job tree has a server for. */
    private static final String GLOBAL = "";

    private Target() {}

    /** The scope that builds of a job report to now. */
    public static String of(Item job) {
        for (Servers servers : ExtensionList.lookup(Servers.class)) {
            String scope = servers.scopeOf(job);
            if (scope != null) {
                return scope;
            }
        }
        return GLOBAL;
    }

    /** Whether the scope has a server; those of parts of the job tree have one when they are chosen. */
    public static boolean exists(String scope) {
        return !scope.equals(GLOBAL)
                || !WeirConfiguration.get().getElasticsearchUrl().isEmpty();
    }

    /** A client for the server of a scope as it is configured now; null if it has none. Never that of another scope. */
    public static @Nullable ElasticsearchClient open(String scope) {
        if (scope.equals(GLOBAL)) {
            WeirConfiguration settings = WeirConfiguration.get();
            return settings.getElasticsearchUrl().isEmpty()
                    ? null
                    : new ElasticsearchClient(settings.getElasticsearchUrl(), settings.getCredentialsId());
        }
        for (Servers servers : ExtensionList.lookup(Servers.class)) {
            ElasticsearchClient client = servers.open(scope);
            if (client != null) {
                return client;
            }
        }
        return null;
    }
}
