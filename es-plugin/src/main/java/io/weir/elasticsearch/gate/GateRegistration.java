package io.weir.elasticsearch.gate;

import io.weir.elasticsearch.Registration;
import io.weir.elasticsearch.api.Endpoint;
import io.weir.elasticsearch.api.EndpointHandler;
import io.weir.elasticsearch.store.Credentials;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.Identity;
import io.weir.elasticsearch.store.OrdinaryIndex;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.plugins.ActionPlugin.RestHandlersServices;
import org.elasticsearch.plugins.Plugin.PluginServices;
import org.elasticsearch.rest.RestHandler;

/** Registers the store of gates. */
public final class GateRegistration implements Registration {
    private final Credentials credentials;

    /** A store that is read and written with those credentials. */
    public GateRegistration(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Collection<?> components(PluginServices node) {
        Identity identity = new Identity(node.threadPool().getThreadContext(), credentials::authorization);
        Documents documents = new Documents(node.client(), identity);
        OrdinaryIndex index = OrdinaryIndex.gates(node.client(), node.clusterService(), documents);
        return List.of(new GateOperations(documents, index));
    }

    @Override
    public Collection<ActionHandler> actions() {
        return GateActions.handlers();
    }

    @Override
    public Collection<RestHandler> restHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> clusterSupports) {
        return GateActions.endpoints().stream()
                .<RestHandler>map((Endpoint endpoint) -> new EndpointHandler(endpoint))
                .toList();
    }
}
