package io.weir.elasticsearch.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.ResourceAlreadyExistsException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.support.PlainActionFuture;
import org.elasticsearch.cluster.metadata.ProjectMetadata;
import org.elasticsearch.cluster.project.ProjectResolver;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.persistent.PersistentTaskParams;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata.PersistentTask;
import org.elasticsearch.persistent.PersistentTasksService;

/** Starts, finds and removes Weir's persistent tasks. Calls block. */
public final class Tasks {
    private static final TimeValue PATIENCE = TimeValue.timeValueSeconds(30);

    /** Every task of ours begins with it. */
    private static final String PREFIX = "weir-";

    private final PersistentTasksService service;
    private final ClusterService cluster;
    private final ProjectResolver projects;

    /** Tasks of that cluster. */
    public Tasks(PersistentTasksService service, ClusterService cluster, ProjectResolver projects) {
        this.service = service;
        this.cluster = cluster;
        this.projects = projects;
    }

    /** Starts a task unless it is there. */
    public void start(String taskId, PersistentTaskParams params) {
        if (find(taskId).isPresent()) {
            return;
        }
        try {
            this.<PersistentTask<PersistentTaskParams>>call(listener -> service.sendProjectStartRequest(
                    projects.getProjectId(), taskId, params.getWriteableName(), params, PATIENCE, listener));
        } catch (RuntimeException e) {
            if (!(ExceptionsHelper.unwrapCause(e) instanceof ResourceAlreadyExistsException)) {
                throw e;
            }
        }
    }

    /** Removes a task; true if it was there. */
    public boolean remove(String taskId) {
        try {
            this.<PersistentTask<?>>call(
                    listener -> service.sendProjectRemoveRequest(projects.getProjectId(), taskId, PATIENCE, listener));
            return true;
        } catch (RuntimeException e) {
            if (ExceptionsHelper.unwrapCause(e) instanceof ResourceNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    /** A task, as this node's cluster state has it. */
    public Optional<PersistentTask<?>> find(String taskId) {
        return Optional.ofNullable(PersistentTasksCustomMetadata.getTaskWithId(project(), taskId));
    }

    /** Ids of all of Weir's tasks. */
    public List<String> all() {
        PersistentTasksCustomMetadata tasks = PersistentTasksCustomMetadata.get(project());
        return tasks == null
                ? List.of()
                : tasks.tasks().stream()
                        .map(PersistentTask::getId)
                        .filter(id -> id.startsWith(PREFIX))
                        .sorted()
                        .toList();
    }

    private ProjectMetadata project() {
        return projects.getProjectMetadata(cluster.state());
    }

    private <T> T call(Consumer<ActionListener<T>> request) {
        PlainActionFuture<T> future = new PlainActionFuture<>();
        request.accept(future);
        return future.actionGet(PATIENCE);
    }
}
