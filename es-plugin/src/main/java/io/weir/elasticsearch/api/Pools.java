package io.weir.elasticsearch.api;

import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.concurrent.EsExecutors;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.threadpool.ExecutorBuilder;
import org.elasticsearch.threadpool.ScalingExecutorBuilder;

/**
 * Weir's thread pools. Their threads may wait for the node's own pools, which never wait for them; so a full pool of ours
 * delays us and nobody else.
 */
public final class Pools {
    /** Runs requests and detectors. */
    public static final String WEIR = "weir";

    /** Runs the outbox: the dispatcher, and the ends of HTTP exchanges. */
    public static final String OUTBOX = "weir_outbox";

    /** A detector's run waits for searches most of the time. */
    private static final int PER_PROCESSOR = 4;

    private static final int LEAST = 8;
    private static final TimeValue KEEP_ALIVE = TimeValue.timeValueSeconds(30);

    private Pools() {}

    /** The builders that a node makes the pools of. */
    public static List<ExecutorBuilder<?>> builders(Settings settings) {
        int threads = Math.max(LEAST, PER_PROCESSOR * EsExecutors.allocatedProcessors(settings));
        return List.of(
                new ScalingExecutorBuilder(WEIR, 0, threads, KEEP_ALIVE, true),
                new ScalingExecutorBuilder(OUTBOX, 0, threads, KEEP_ALIVE, true));
    }
}
