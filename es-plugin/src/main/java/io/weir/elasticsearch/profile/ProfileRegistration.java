package io.weir.elasticsearch.profile;

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

/** Registers the store of profiles. */
public final class ProfileRegistration implements Registration {
    private final Credentials credentials;

    /** A store that is read and written with those credentials. */
    public ProfileRegistration(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Collection<?> components(PluginServices node) {
        Identity identity = new Identity(node.threadPool().getThreadContext(), credentials::authorization);
        Documents documents = new Documents(node.client(), identity);
        OrdinaryIndex index = OrdinaryIndex.profiles(node.client(), node.clusterService(), documents);
        return List.of(new ProfileOperations(
                new ProfileStore(documents, index),
                new ProfileSearch(documents),
                node.bigArrays(),
                node.threadPool()::absoluteTimeInMillis));
    }

    @Override
    public Collection<ActionHandler> actions() {
        return ProfileActions.handlers();
    }

    @Override
    public Collection<RestHandler> restHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> clusterSupports) {
        return ProfileActions.endpoints().stream()
                .<RestHandler>map((Endpoint endpoint) -> new EndpointHandler(endpoint))
                .toList();
    }
}
