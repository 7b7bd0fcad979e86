package io.weir.elasticsearch.outbox;

import io.weir.elasticsearch.api.Pools;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.task.LoopTask;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.persistent.AllocatedPersistentTask;
import org.elasticsearch.persistent.PersistentTaskState;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata.PersistentTask;
import org.elasticsearch.persistent.PersistentTasksExecutor;
import org.elasticsearch.tasks.TaskId;
import org.elasticsearch.threadpool.ThreadPool;
import org.jspecify.annotations.Nullable;

/** Runs the outbox on the node that the cluster gave it to. */
public final class OutboxTaskExecutor extends PersistentTasksExecutor<OutboxTaskParams> {
    private final ThreadPool threadPool;
    private final DeliveryStore store;
    private final Webhooks webhooks;
    private final OutboxSettings settings;
    private final List<Runnable> chores;

    /** An outbox that does those chores as well. */
    public OutboxTaskExecutor(
            ThreadPool threadPool,
            Client client,
            Documents documents,
            Webhooks webhooks,
            Settings settings,
            List<Runnable> chores) {
        super(OutboxTaskParams.NAME, threadPool.executor(Pools.OUTBOX));
        this.threadPool = threadPool;
        this.store = new DeliveryStore(client, documents);
        this.webhooks = webhooks;
        this.settings = new OutboxSettings(settings);
        this.chores = List.copyOf(chores);
    }

    @Override
    protected AllocatedPersistentTask createTask(
            long id,
            String type,
            String action,
            TaskId parent,
            PersistentTask<OutboxTaskParams> task,
            Map<String, String> headers) {
        return new LoopTask(id, type, action, "weir outbox", parent, headers);
    }

    @Override
    protected void nodeOperation(
            AllocatedPersistentTask task, OutboxTaskParams params, @Nullable PersistentTaskState state) {
        Executor executor = threadPool.executor(Pools.OUTBOX);
        // Only spreads retries in time; nothing that is decided or stored depends on it.
        RandomGenerator random = new SplittableRandom();
        LongSupplier forward = threadPool::relativeTimeInMillis;
        Dispatcher dispatcher = new Dispatcher(
                store,
                new Sender(webhooks, executor, threadPool, Sender.EXCHANGE),
                new Lanes(webhooks, random, forward),
                new Aftermath(settings, random),
                new Chores(chores, forward),
                settings,
                executor,
                threadPool::absoluteTimeInMillis);
        ((LoopTask) task).begin(dispatcher, threadPool, executor);
    }
}
