package io.weir.elasticsearch.task;

import java.util.Map;
import java.util.concurrent.Executor;
import org.elasticsearch.common.util.concurrent.EsRejectedExecutionException;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.logging.LogManager;
import org.elasticsearch.logging.Logger;
import org.elasticsearch.persistent.AllocatedPersistentTask;
import org.elasticsearch.tasks.TaskId;
import org.elasticsearch.threadpool.ThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A persistent task that does something again and again. A turn begins when the one before has ended, never earlier: turns
 * don't overlap, and slow ones don't pile up.
 */
public final class LoopTask extends AllocatedPersistentTask {
    private static final Logger LOGGER = LogManager.getLogger(LoopTask.class);

    private volatile @Nullable Loop loop;

    /** One turn. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Does it once.
         *
         * @return milliseconds until the next turn, or {@link #STOP}
         */
        long once();

        /** There is nothing to do any more; the cluster removes the task. */
        long STOP = -1;

        /** Lets go of what the turns hold. */
        default void close() {}
    }

    /** Called by the executor of the task's kind. */
    public LoopTask(
            long id, String type, String action, String description, TaskId parent, Map<String, String> headers) {
        super(id, type, action, description, parent, headers);
    }

    /** Begins, with the first turn at once. */
    public void begin(Turn turn, ThreadPool threadPool, Executor executor) {
        Loop started = new Loop(turn, threadPool, executor);
        loop = started;
        started.schedule(0);
    }

    @Override
    protected void onCancelled() {
        Loop running = loop;
        if (running != null) {
            running.turn.close();
        }
        markAsCompleted();
    }

    private final class Loop {
        private final Turn turn;
        private final ThreadPool threadPool;
        private final Executor executor;

        Loop(Turn turn, ThreadPool threadPool, Executor executor) {
            this.turn = turn;
            this.threadPool = threadPool;
            this.executor = executor;
        }

        void schedule(long delayMillis) {
            try {
                threadPool.schedule(this::run, TimeValue.timeValueMillis(delayMillis), executor);
            } catch (EsRejectedExecutionException e) {
                LOGGER.debug("the node is stopping, so is {}", getDescription());
            }
        }

        private void run() {
            if (isCancelled() || isCompleted()) {
                return;
            }
            long delay = turn.once();
            if (delay == Turn.STOP) {
                turn.close();
                markAsCompleted();
            } else if (!isCancelled()) {
                schedule(delay);
            }
        }
    }
}
