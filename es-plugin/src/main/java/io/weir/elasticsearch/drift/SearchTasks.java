package io.weir.elasticsearch.drift;

import java.util.List;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.ActionRequest;
import org.elasticsearch.action.ActionResponse;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.TransportSearchAction;
import org.elasticsearch.action.support.ActionFilterChain;
import org.elasticsearch.action.support.MappedActionFilter;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.tasks.Task;
import org.elasticsearch.tasks.TaskId;

/**
 * Remembers, while a search with aggregations is being prepared, which task it is: what prepares an aggregation is not told, and
 * a search on its behalf has to end with it.
 */
final class SearchTasks implements MappedActionFilter {
    private static final String KEY = "weir_search_task";

    private final ThreadContext context;
    private final ClusterService cluster;

    SearchTasks(ThreadContext context, ClusterService cluster) {
        this.context = context;
        this.cluster = cluster;
    }

    /** The search that is being prepared; {@link TaskId#EMPTY_TASK_ID} if nobody said. */
    static TaskId current(ThreadContext context) {
        TaskId task = context.getTransient(KEY);
        return task == null ? TaskId.EMPTY_TASK_ID : task;
    }

    @Override
    public String actionName() {
        return TransportSearchAction.NAME;
    }

    @Override
    public <Q extends ActionRequest, R extends ActionResponse> void apply(
            Task task, String action, Q request, ActionListener<R> listener, ActionFilterChain<Q, R> chain) {
        if (!(request instanceof SearchRequest search)
                || search.source() == null
                || search.source().aggregations() == null) {
            chain.proceed(task, action, request, listener);
            return;
        }
        try (ThreadContext.StoredContext ignored = context.newStoredContext(List.of(KEY), List.of())) {
            context.putTransient(KEY, new TaskId(cluster.localNode().getId(), task.getId()));
            chain.proceed(task, action, request, listener);
        }
    }
}
