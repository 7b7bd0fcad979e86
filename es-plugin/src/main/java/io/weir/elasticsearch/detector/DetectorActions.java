package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.api.ApiAction;
import io.weir.elasticsearch.api.Endpoint;
import java.util.List;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.transport.TransportService;

/** The detectors' endpoints and their transport actions. */
public final class DetectorActions {
    static final Endpoint PUT = Endpoint.admin("detector/put", Method.PUT, "/_weir/detectors/{id}", "id")
            .withBody();
    static final Endpoint GET = Endpoint.monitor("detector/get", Method.GET, "/_weir/detectors/{id}", "id");
    static final Endpoint LIST = Endpoint.monitor("detector/list", Method.GET, "/_weir/detectors")
            .also(Method.GET, "/_weir/detectors/_list");
    static final Endpoint DELETE = Endpoint.admin("detector/delete", Method.DELETE, "/_weir/detectors/{id}", "id");
    static final Endpoint START = Endpoint.admin("detector/start", Method.POST, "/_weir/detectors/{id}/_start", "id");
    static final Endpoint STOP = Endpoint.admin("detector/stop", Method.POST, "/_weir/detectors/{id}/_stop", "id");
    static final Endpoint PREVIEW = Endpoint.monitor(
                    "detector/preview", Method.POST, "/_weir/detectors/{id}/_preview", "id")
            .withBody();
    static final Endpoint EXPLAIN =
            Endpoint.monitor("detector/explain", Method.GET, "/_weir/detectors/{id}/_explain", "id");
    static final Endpoint PREPARE_UNINSTALL =
            Endpoint.admin("prepare_uninstall", Method.POST, "/_weir/_prepare_uninstall");

    private DetectorActions() {}

    /** All endpoints. */
    public static List<Endpoint> endpoints() {
        return List.of(PUT, GET, LIST, DELETE, START, STOP, PREVIEW, EXPLAIN, PREPARE_UNINSTALL);
    }

    /** All transport actions. */
    public static List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(PUT.action(), PutAction.class),
                new ActionHandler(GET.action(), GetAction.class),
                new ActionHandler(LIST.action(), ListAction.class),
                new ActionHandler(DELETE.action(), DeleteAction.class),
                new ActionHandler(START.action(), StartAction.class),
                new ActionHandler(STOP.action(), StopAction.class),
                new ActionHandler(PREVIEW.action(), PreviewAction.class),
                new ActionHandler(EXPLAIN.action(), ExplainAction.class),
                new ActionHandler(PREPARE_UNINSTALL.action(), PrepareUninstallAction.class));
    }

    /** Puts a detector in place of the one with that id, or as a new one. */
    public static final class PutAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public PutAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(PUT, transport, filters, operations::put);
        }
    }

    /** Shows one detector. */
    public static final class GetAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public GetAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(GET, transport, filters, operations::get);
        }
    }

    /** Lists detectors. */
    public static final class ListAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public ListAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(LIST, transport, filters, operations::list);
        }
    }

    /** Removes a detector; its incidents stay. */
    public static final class DeleteAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public DeleteAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(DELETE, transport, filters, operations::delete);
        }
    }

    /** Lets a detector run, from now on. */
    public static final class StartAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public StartAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(START, transport, filters, operations::start);
        }
    }

    /** Stops a detector; its incidents stay as they are. */
    public static final class StopAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public StopAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(STOP, transport, filters, operations::stop);
        }
    }

    /** Says what a detector would have done over a past range. */
    public static final class PreviewAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public PreviewAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(PREVIEW, transport, filters, operations::preview);
        }
    }

    /** Tells what a detector's last runs did, and why not more. */
    public static final class ExplainAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public ExplainAction(TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(EXPLAIN, transport, filters, operations::explain);
        }
    }

    /** Removes what would keep a node without the plugin from starting. */
    public static final class PrepareUninstallAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public PrepareUninstallAction(
                TransportService transport, ActionFilters filters, DetectorOperations operations) {
            super(PREPARE_UNINSTALL, transport, filters, operations::prepareUninstall);
        }
    }
}
