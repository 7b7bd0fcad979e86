package io.weir.elasticsearch.store;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.elasticsearch.ElasticsearchSecurityException;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.search.SearchPhaseExecutionException;
import org.elasticsearch.action.search.ShardSearchFailure;
import org.elasticsearch.action.support.PlainActionFuture;
import org.elasticsearch.action.support.TransportActions;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.core.RefCounted;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.rest.RestStatus;

/** Sends requests as Weir and waits for their answers. */
final class Requests {
    /** A shard that moves after a node's death takes half a minute; longer means that something is wrong. */
    private static final TimeValue PATIENCE = TimeValue.timeValueSeconds(90);

    /** The shard of an index that was just created takes some tenths of a second to start; a busy machine ten times that. */
    private static final long SHARD_START_NANOS = TimeValue.timeValueSeconds(5).nanos();

    private static final long SHARD_POLL_MILLIS = 50;

    private final Identity identity;

    Requests(Identity identity) {
        this.identity = identity;
    }

    /** Runs a request and waits for its answer. */
    <Q, R> R call(BiConsumer<Q, ActionListener<R>> operation, Q request) {
        PlainActionFuture<R> future = new PlainActionFuture<>() {
            @Override
            public void onResponse(R response) {
                if (response instanceof RefCounted counted) {
                    // The server lets go of an answer as soon as its listener returns; the waiter still needs it.
                    counted.mustIncRef();
                }
                super.onResponse(response);
            }
        };
        try (ThreadContext.StoredContext ignored = identity.asWeir()) {
            operation.accept(request, future);
        }
        try {
            return future.actionGet(PATIENCE);
        } catch (ElasticsearchSecurityException e) {
            throw notAllowed(e);
        }
    }

    /** Weir's own credentials don't suffice: not the caller's fault, whatever the status of {@code e} says. */
    static ElasticsearchStatusException notAllowed(ElasticsearchSecurityException e) {
        return new ElasticsearchStatusException(
                "Weir may not do this with the credentials it has: " + e.getMessage()
                        + "; put weir.api_key or weir.user into the keystore of every node, with the privileges that the "
                        + "settings page names, and call POST _nodes/reload_secure_settings",
                RestStatus.SERVICE_UNAVAILABLE,
                e);
    }

    /**
     * What {@code reading} reads; while no copy of a shard has started, as in an index that is just being created, it is
     * asked again for up to five seconds.
     */
    static <T> T onceStarted(Supplier<T> reading) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return reading.get();
            } catch (RuntimeException e) {
                if (!notStarted(e) || System.nanoTime() - begun > SHARD_START_NANOS || !sleep()) {
                    throw e;
                }
            }
        }
    }

    private static boolean notStarted(RuntimeException failure) {
        if (!(ExceptionsHelper.unwrapCause(failure) instanceof SearchPhaseExecutionException search)) {
            return TransportActions.isShardNotAvailableException(failure);
        }
        for (ShardSearchFailure shard : search.shardFailures()) {
            if (!TransportActions.isShardNotAvailableException(shard.getCause())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sleep() {
        try {
            Thread.sleep(SHARD_POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
