package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.api.Pools;
import io.weir.elasticsearch.task.LoopTask;
import java.util.Map;
import org.elasticsearch.client.internal.ParentTaskAssigningClient;
import org.elasticsearch.persistent.AllocatedPersistentTask;
import org.elasticsearch.persistent.PersistentTaskState;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata.PersistentTask;
import org.elasticsearch.persistent.PersistentTasksExecutor;
import org.elasticsearch.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/** Runs detectors' tasks on the node that the cluster gave them to. */
final class DetectorTaskExecutor extends PersistentTasksExecutor<DetectorTaskParams> {
    private final DetectorServices services;

    DetectorTaskExecutor(DetectorServices services) {
        super(DetectorTaskParams.NAME, services.threadPool().executor(Pools.WEIR));
        this.services = services;
    }

    @Override
    protected AllocatedPersistentTask createTask(
            long id,
            String type,
            String action,
            TaskId parent,
            PersistentTask<DetectorTaskParams> task,
            Map<String, String> headers) {
        return new LoopTask(
                id, type, action, "weir detector " + task.getParams().detectorId(), parent, headers);
    }

    @Override
    protected void nodeOperation(
            AllocatedPersistentTask task, DetectorTaskParams params, @Nullable PersistentTaskState state) {
        DetectorTurn turn = new DetectorTurn(
                params.detectorId(),
                task.getAllocationId(),
                services.detectors(),
                services.run(),
                new ParentTaskAssigningClient(
                        services.client(), services.cluster().localNode(), task),
                services.threadPool()::absoluteTimeInMillis);
        ((LoopTask) task)
                .begin(turn, services.threadPool(), services.threadPool().executor(Pools.WEIR));
    }
}
