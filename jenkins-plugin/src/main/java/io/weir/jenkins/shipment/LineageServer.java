package io.weir.jenkins.shipment;

import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import org.jspecify.annotations.Nullable;

/** The server that takes OpenLineage events, such as Marquez: one for all jobs, which only administrators name. */
public final class LineageServer {
    /** What logs and messages call it. */
    public static final String NAME = "the lineage server";

    private LineageServer() {}

    /** Whether there is one. */
    public static boolean exists() {
        return !WeirConfiguration.get().getLineageUrl().isEmpty();
    }

    /** A client for it as it is configured now; null if there is none. */
    static @Nullable ElasticsearchClient open() {
        WeirConfiguration settings = WeirConfiguration.get();
        return settings.getLineageUrl().isEmpty()
                ? null
                : ElasticsearchClient.bearing(settings.getLineageUrl(), settings.getLineageCredentialsId());
    }
}
