package io.weir.elasticsearch.gate;

import io.weir.elasticsearch.api.ApiAction;
import io.weir.elasticsearch.api.Endpoint;
import java.util.List;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.transport.TransportService;

/** The gates' endpoints and their transport actions. */
public final class GateActions {
    static final Endpoint PUT =
            Endpoint.admin("gate/put", Method.PUT, "/_weir/gates/{id}", "id").withBody();
    static final Endpoint GET = Endpoint.monitor("gate/get", Method.GET, "/_weir/gates/{id}", "id");
    static final Endpoint LIST = Endpoint.monitor(
            "gate/list", Method.GET, "/_weir/gates", "gate", "subject", "job", "profile", "verdict", "size", "from");

    private GateActions() {}

    /** All endpoints. */
    public static List<Endpoint> endpoints() {
        return List.of(PUT, GET, LIST);
    }

    /** All transport actions. */
    public static List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(PUT.action(), PutAction.class),
                new ActionHandler(GET.action(), GetAction.class),
                new ActionHandler(LIST.action(), ListAction.class));
    }

    /** Keeps a result. */
    public static final class PutAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public PutAction(TransportService transport, ActionFilters filters, GateOperations operations) {
            super(PUT, transport, filters, operations::put);
        }
    }

    /** Shows a result. */
    public static final class GetAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public GetAction(TransportService transport, ActionFilters filters, GateOperations operations) {
            super(GET, transport, filters, operations::get);
        }
    }

    /** Lists results. */
    public static final class ListAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public ListAction(TransportService transport, ActionFilters filters, GateOperations operations) {
            super(LIST, transport, filters, operations::list);
        }
    }
}
