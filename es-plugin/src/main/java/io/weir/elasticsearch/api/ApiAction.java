package io.weir.elasticsearch.api;

import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.action.support.HandledTransportAction;
import org.elasticsearch.tasks.Task;
import org.elasticsearch.transport.TransportService;

/** A transport action that runs an {@link Operation} on Weir's own thread pool. */
public abstract class ApiAction extends HandledTransportAction<ApiRequest, ApiResponse> {
    private final Operation operation;

    /** An action under the endpoint's name. */
    protected ApiAction(Endpoint endpoint, TransportService transport, ActionFilters filters, Operation operation) {
        super(
                endpoint.action().name(),
                transport,
                filters,
                ApiRequest::new,
                transport.getThreadPool().executor(Pools.WEIR));
        this.operation = operation;
    }

    @Override
    protected void doExecute(Task task, ApiRequest request, ActionListener<ApiResponse> listener) {
        ActionListener.completeWith(listener, () -> operation.answer(request));
    }
}
