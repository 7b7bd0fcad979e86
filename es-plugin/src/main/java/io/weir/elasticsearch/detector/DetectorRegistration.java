package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.Registration;
import io.weir.elasticsearch.api.Endpoint;
import io.weir.elasticsearch.api.EndpointHandler;
import io.weir.elasticsearch.api.Pools;
import io.weir.elasticsearch.incident.IncidentActions;
import io.weir.elasticsearch.outbox.OutboxActions;
import io.weir.elasticsearch.outbox.OutboxSettings;
import io.weir.elasticsearch.outbox.OutboxTaskParams;
import io.weir.elasticsearch.outbox.WebhookSettings;
import io.weir.elasticsearch.outbox.Webhooks;
import io.weir.elasticsearch.store.Credentials;
import io.weir.elasticsearch.store.OwnIndices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.cluster.metadata.IndexNameExpressionResolver;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.settings.SettingsModule;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.indices.SystemIndexDescriptor;
import org.elasticsearch.persistent.PersistentTaskParams;
import org.elasticsearch.persistent.PersistentTasksExecutor;
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.plugins.ActionPlugin.RestHandlersServices;
import org.elasticsearch.plugins.Plugin.PluginServices;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.threadpool.ExecutorBuilder;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.xcontent.NamedXContentRegistry;
import org.elasticsearch.xcontent.ParseField;
import org.jspecify.annotations.Nullable;

/** Registers detectors, incidents and the outbox, which only make sense together. */
public final class DetectorRegistration implements Registration {
    /** Each runs a search an interval; more should be grouped. */
    static final Setting<Integer> MAX_DETECTORS =
            Setting.intSetting("weir.detectors.max", 200, 0, DetectorStore.MOST - 1, Setting.Property.NodeScope);

    private final Webhooks webhooks;
    private final Credentials credentials;
    private @Nullable Wiring wiring;

    /**
     * Reads the webhooks while the keystore is open.
     *
     * @param credentials as whom Weir acts; read anew with the webhooks
     * @throws IllegalArgumentException naming a setting that is wrong; the node does not start then
     */
    public DetectorRegistration(Settings settings, Credentials credentials) {
        this.webhooks = new Webhooks(settings);
        this.credentials = credentials;
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(WebhookSettings.all());
        all.addAll(OutboxSettings.all());
        all.add(MAX_DETECTORS);
        all.addAll(Credentials.settings());
        return all;
    }

    @Override
    public void reload(Settings settings) {
        webhooks.reload(settings);
        credentials.reload(settings);
    }

    @Override
    public List<ExecutorBuilder<?>> executors(Settings settings) {
        return Pools.builders(settings);
    }

    @Override
    public Collection<SystemIndexDescriptor> systemIndices(Settings settings) {
        return OwnIndices.descriptors();
    }

    @Override
    public List<NamedWriteableRegistry.Entry> namedWriteables() {
        return List.of(
                new NamedWriteableRegistry.Entry(
                        PersistentTaskParams.class, DetectorTaskParams.NAME, DetectorTaskParams::read),
                new NamedWriteableRegistry.Entry(
                        PersistentTaskParams.class, OutboxTaskParams.NAME, in -> new OutboxTaskParams()));
    }

    @Override
    public List<NamedXContentRegistry.Entry> namedXContent() {
        return List.of(
                new NamedXContentRegistry.Entry(
                        PersistentTaskParams.class, new ParseField(DetectorTaskParams.NAME), DetectorTaskParams::parse),
                new NamedXContentRegistry.Entry(
                        PersistentTaskParams.class, new ParseField(OutboxTaskParams.NAME), OutboxTaskParams::parse));
    }

    @Override
    public Collection<?> components(PluginServices services) {
        Wiring built = new Wiring(services, webhooks, credentials::authorization);
        wiring = built;
        return built.components();
    }

    @Override
    public List<PersistentTasksExecutor<?>> persistentTasks(
            ClusterService clusterService,
            ThreadPool threadPool,
            Client client,
            SettingsModule settingsModule,
            IndexNameExpressionResolver expressionResolver) {
        Wiring built = wiring;
        if (built == null) {
            throw new IllegalStateException("the node asked for task executors before it made the components");
        }
        return built.executors();
    }

    @Override
    public Collection<ActionHandler> actions() {
        return Stream.of(DetectorActions.handlers(), IncidentActions.handlers(), OutboxActions.handlers())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Collection<RestHandler> restHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> clusterSupports) {
        return Stream.of(DetectorActions.endpoints(), IncidentActions.endpoints(), OutboxActions.endpoints())
                .flatMap(List::stream)
                .<RestHandler>map((Endpoint endpoint) -> new EndpointHandler(endpoint))
                .toList();
    }
}
