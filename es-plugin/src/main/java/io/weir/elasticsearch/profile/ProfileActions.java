package io.weir.elasticsearch.profile;

import io.weir.elasticsearch.api.ApiAction;
import io.weir.elasticsearch.api.Endpoint;
import java.util.List;
import org.elasticsearch.action.support.ActionFilters;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.transport.TransportService;

/** The profiles' endpoints and their transport actions. */
public final class ProfileActions {
    /** Parameter of {@link #GET}: whether the content is wanted, too. */
    static final String CONTENT = "content";

    /** Shows one profile; whoever compares with a profile needs this privilege. */
    public static final Endpoint GET =
            Endpoint.monitor("profile/get", Method.GET, "/_weir/profiles/{name}/{version}", "name", "version", CONTENT);

    static final Endpoint PUT = Endpoint.admin(
                    "profile/put",
                    Method.PUT,
                    "/_weir/profiles/{name}/{version}",
                    "name",
                    "version",
                    "build",
                    "data_digest")
            .withBody(ProfileStore.MAX_BYTES);
    static final Endpoint LIST = Endpoint.monitor("profile/list", Method.GET, "/_weir/profiles", "size", "from");
    static final Endpoint VERSIONS =
            Endpoint.monitor("profile/versions", Method.GET, "/_weir/profiles/{name}", "name", "size", "from");
    static final Endpoint DELETE =
            Endpoint.admin("profile/delete", Method.DELETE, "/_weir/profiles/{name}/{version}", "name", "version");
    static final Endpoint PUT_ALIAS = Endpoint.admin(
                    "profile/alias/put", Method.PUT, "/_weir/profiles/{name}/_alias/{alias}", "name", "alias")
            .withBody();
    static final Endpoint DELETE_ALIAS = Endpoint.admin(
            "profile/alias/delete", Method.DELETE, "/_weir/profiles/{name}/_alias/{alias}", "name", "alias");

    private ProfileActions() {}

    /** All endpoints. */
    public static List<Endpoint> endpoints() {
        return List.of(PUT, GET, LIST, VERSIONS, DELETE, PUT_ALIAS, DELETE_ALIAS);
    }

    /** All transport actions. */
    public static List<ActionHandler> handlers() {
        return List.of(
                new ActionHandler(PUT.action(), PutAction.class),
                new ActionHandler(GET.action(), GetAction.class),
                new ActionHandler(LIST.action(), ListAction.class),
                new ActionHandler(VERSIONS.action(), VersionsAction.class),
                new ActionHandler(DELETE.action(), DeleteAction.class),
                new ActionHandler(PUT_ALIAS.action(), PutAliasAction.class),
                new ActionHandler(DELETE_ALIAS.action(), DeleteAliasAction.class));
    }

    /** Stores a version of a profile. */
    public static final class PutAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public PutAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(PUT, transport, filters, operations::put);
        }
    }

    /** Shows one profile, with its content. */
    public static final class GetAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public GetAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(GET, transport, filters, operations::get);
        }
    }

    /** Lists profiles. */
    public static final class ListAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public ListAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(LIST, transport, filters, operations::list);
        }
    }

    /** Lists the versions and aliases of a name. */
    public static final class VersionsAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public VersionsAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(VERSIONS, transport, filters, operations::versions);
        }
    }

    /** Deletes a version. */
    public static final class DeleteAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public DeleteAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(DELETE, transport, filters, operations::delete);
        }
    }

    /** Makes an alias, or moves it. */
    public static final class PutAliasAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public PutAliasAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(PUT_ALIAS, transport, filters, operations::putAlias);
        }
    }

    /** Deletes an alias. */
    public static final class DeleteAliasAction extends ApiAction {
        /** Called by the node. */
        @Inject
        public DeleteAliasAction(TransportService transport, ActionFilters filters, ProfileOperations operations) {
            super(DELETE_ALIAS, transport, filters, operations::deleteAlias);
        }
    }
}
