package io.weir.jenkins.elasticsearch;

import hudson.ExtensionPoint;
import hudson.model.Item;
import org.jspecify.annotations.Nullable;

/** Elasticsearch servers of parts of the job tree. A scope is the name of such a part, and never empty. */
public interface Servers extends ExtensionPoint {
    /** The nearest scope around an item that has a server, or null. */
    @Nullable
    String scopeOf(Item item);

    /** A client for the server of a scope, which the caller closes; null if the scope has none (any more). */
    @Nullable
    ElasticsearchClient open(String scope);
}
