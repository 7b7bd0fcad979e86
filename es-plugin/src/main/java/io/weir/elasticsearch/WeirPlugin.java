package io.weir.elasticsearch;

import io.weir.elasticsearch.anomaly.AnomalyRegistration;
import io.weir.elasticsearch.detector.DetectorRegistration;
import io.weir.elasticsearch.drift.DriftRegistration;
import io.weir.elasticsearch.gate.GateRegistration;
import io.weir.elasticsearch.profile.ProfileRegistration;
import io.weir.elasticsearch.store.Credentials;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.action.support.MappedActionFilter;
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
import org.elasticsearch.persistent.PersistentTasksExecutor;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.PersistentTaskPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.ReloadablePlugin;
import org.elasticsearch.plugins.SearchPlugin;
import org.elasticsearch.plugins.SystemIndexPlugin;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.threadpool.ExecutorBuilder;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/** The plugin: a list of features and nothing else. A feature is added to the list, and wired in its own package. */
public final class WeirPlugin extends Plugin
        implements SearchPlugin, ActionPlugin, PersistentTaskPlugin, SystemIndexPlugin, ReloadablePlugin {

    private final List<Registration> features;

    /** Called by the server with the node's settings. */
    public WeirPlugin(Settings settings) {
        Credentials credentials = new Credentials(settings);
        this.features = List.of(
                new AnomalyRegistration(),
                new DetectorRegistration(settings, credentials),
                new ProfileRegistration(credentials),
                new GateRegistration(credentials),
                new DriftRegistration(settings));
    }

    @Override
    public List<Setting<?>> getSettings() {
        return all(Registration::settings);
    }

    @Override
    public List<AggregationSpec> getAggregations() {
        return all(Registration::aggregations);
    }

    @Override
    public List<PipelineAggregationSpec> getPipelineAggregations() {
        return all(Registration::pipelineAggregations);
    }

    @Override
    public List<NamedWriteableRegistry.Entry> getNamedWriteables() {
        return all(Registration::namedWriteables);
    }

    @Override
    public List<NamedXContentRegistry.Entry> getNamedXContent() {
        return all(Registration::namedXContent);
    }

    @Override
    public List<ExecutorBuilder<?>> getExecutorBuilders(Settings settings) {
        return all(feature -> feature.executors(settings));
    }

    @Override
    public Collection<?> createComponents(PluginServices services) {
        return this.<Object>all(feature -> feature.components(services));
    }

    @Override
    public Collection<ActionHandler> getActions() {
        return all(Registration::actions);
    }

    @Override
    public Collection<MappedActionFilter> getMappedActionFilters() {
        return all(Registration::actionFilters);
    }

    @Override
    public Collection<RestHandler> getRestHandlers(
            RestHandlersServices services,
            Supplier<DiscoveryNodes> nodesInCluster,
            Predicate<NodeFeature> clusterSupportsFeature) {
        return all(feature -> feature.restHandlers(services, nodesInCluster, clusterSupportsFeature));
    }

    @Override
    public List<PersistentTasksExecutor<?>> getPersistentTasksExecutor(
            ClusterService clusterService,
            ThreadPool threadPool,
            Client client,
            SettingsModule settingsModule,
            IndexNameExpressionResolver expressionResolver) {
        return all(feature ->
                feature.persistentTasks(clusterService, threadPool, client, settingsModule, expressionResolver));
    }

    @Override
    public Collection<SystemIndexDescriptor> getSystemIndexDescriptors(Settings settings) {
        return all(feature -> feature.systemIndices(settings));
    }

    @Override
    public String getFeatureName() {
        return "weir";
    }

    @Override
    public String getFeatureDescription() {
        return "Detectors and the outbox of incident webhooks";
    }

    @Override
    public void reload(Settings settings) throws Exception {
        for (Registration feature : features) {
            feature.reload(settings);
        }
    }

    private <T> List<T> all(Function<Registration, Collection<? extends T>> contribution) {
        return features.stream()
                .<T>flatMap(feature -> contribution.apply(feature).stream())
                .toList();
    }
}
