package io.weir.elasticsearch.outbox;

import static org.elasticsearch.rest.RestRequest.Method.GET;
import static org.elasticsearch.rest.RestRequest.Method.POST;

import io.weir.elasticsearch.api.ApiAction;
import io.weir.elasticsearch.api.Endpoint;
import java.util.List;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.transport.TransportService;

/** The outbox' endpoints and their transport actions. */
public final class OutboxActions {
    static final Endpoint LIST = Endpoint.monitor("outbox/list", GET, "/_weir/outbox", "state", "size");
    static final Endpoint RETRY = Endpoint.admin("outbox/retry", POST, "/_weir/outbox/{id}/_retry", "id");

    private OutboxActions() {}

    /** All endpoints. */
    public static List<Endpoint> endpoints() {
        return List.of(LIST, RETRY);
    }

    /** All transport actions. */
    public static List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(LIST.action(), ListDeliveries.class), new ActionHandler(RETRY.action(), Retry.class));
    }

    /** Lists deliveries. */
    public static final class ListDeliveries extends ApiAction {
        /** Called by the node. */
        @Inject
        public ListDeliveries(TransportService transport, ActionFilters filters, OutboxOperations operations) {
            super(LIST, transport, filters, operations::list);
        }
    }

    /** Sends a parked delivery again. */
    public static final class Retry extends ApiAction {
        /** Called by the node. */
        @Inject
        public Retry(TransportService transport, ActionFilters filters, OutboxOperations operations) {
            super(RETRY, transport, filters, operations::retry);
        }
    }
}
