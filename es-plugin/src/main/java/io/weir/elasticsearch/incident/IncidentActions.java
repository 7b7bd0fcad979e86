package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.api.ApiAction;
import io.weir.elasticsearch.api.Endpoint;
import java.util.List;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.transport.TransportService;

/** The incidents' endpoints and their transport actions. */
public final class IncidentActions {
    static final Endpoint LIST = Endpoint.monitor(
            "incident/list",
            Method.GET,
            "/_weir/incidents",
            "state",
            "detector",
            "service",
            "severity",
            "size",
            "from");
    static final Endpoint GET = Endpoint.monitor("incident/get", Method.GET, "/_weir/incidents/{id}", "id");
    static final Endpoint ACKNOWLEDGE = Endpoint.admin(
                    "incident/acknowledge", Method.POST, "/_weir/incidents/{id}/_acknowledge", "id")
            .withBody();
    static final Endpoint RESOLVE = Endpoint.admin(
                    "incident/resolve", Method.POST, "/_weir/incidents/{id}/_resolve", "id")
            .withBody();
    static final Endpoint NOTE = Endpoint.admin("incident/note", Method.POST, "/_weir/incidents/{id}/_note", "id")
            .withBody();
    static final Endpoint SUPPRESS = Endpoint.admin(
                    "incident/suppress", Method.POST, "/_weir/incidents/{id}/_suppress", "id")
            .withBody();

    private IncidentActions() {}

    /** All endpoints. */
    public static List<Endpoint> endpoints() {
        return List.of(LIST, GET, ACKNOWLEDGE, RESOLVE, NOTE, SUPPRESS);
    }

    /** All transport actions. */
    public static List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(LIST.action(), ListAction.class),
                new ActionHandler(GET.action(), GetAction.class),
                new ActionHandler(ACKNOWLEDGE.action(), AcknowledgeAction.class),
                new ActionHandler(RESOLVE.action(), ResolveAction.class),
                new ActionHandler(NOTE.action(), NoteAction.class),
                new ActionHandler(SUPPRESS.action(), SuppressAction.class));
    }

    /** Lists incidents. */
    public static final class ListAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public ListAction(TransportService transport, ActionFilters filters, IncidentOperations operations) {
            super(LIST, transport, filters, operations::list);
        }
    }

    /** Shows one incident. */
    public static final class GetAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public GetAction(TransportService transport, ActionFilters filters, IncidentOperations operations) {
            super(GET, transport, filters, operations::get);
        }
    }

    /** Says that somebody has taken an incident. */
    public static final class AcknowledgeAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public AcknowledgeAction(TransportService transport, ActionFilters filters, IncidentOperations operations) {
            super(ACKNOWLEDGE, transport, filters, operations::acknowledge);
        }
    }

    /** Ends an incident. */
    public static final class ResolveAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public ResolveAction(TransportService transport, ActionFilters filters, IncidentOperations operations) {
            super(RESOLVE, transport, filters, operations::resolve);
        }
    }

    /** Adds a line to an incident's history. */
    public static final class NoteAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public NoteAction(TransportService transport, ActionFilters filters, IncidentOperations operations) {
            super(NOTE, transport, filters, operations::note);
        }
    }

    /** Mutes an incident's fingerprint for a while. */
    public static final class SuppressAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public SuppressAction(TransportService transport, ActionFilters filters, IncidentOperations operations) {
            super(SUPPRESS, transport, filters, operations::suppress);
        }
    }
}
