package io.weir.elasticsearch;

import java.util.Collection;
import java.util.List;
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
import org.elasticsearch.plugins.ActionPlugin.ActionHandler;
import org.elasticsearch.plugins.ActionPlugin.RestHandlersServices;
import org.elasticsearch.plugins.Plugin.PluginServices;
import org.elasticsearch.plugins.SearchPlugin.AggregationSpec;
import org.elasticsearch.plugins.SearchPlugin.PipelineAggregationSpec;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.threadpool.ExecutorBuilder;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/**
 * What one feature contributes to the node. Every method answers "nothing" unless the feature overrides it.
 *
 * <p>The server calls these on one thread while the node starts, in the order settings, named writeables, search and
 * components, actions, handlers, task executors; {@link #reload} comes later and on any thread. The parameters are the
 * server's own, see the plugin interfaces of the same names.
 */
public interface Registration {

    /** Node and secure settings of the feature. */
    default List<Setting<?>> settings() {
        return List.of();
    }

    /** Aggregations over documents, with the readers of their results. */
    default List<AggregationSpec> aggregations() {
        return List.of();
    }

    /** Pipeline aggregations, with the readers of their results. */
    default List<PipelineAggregationSpec> pipelineAggregations() {
        return List.of();
    }

    /** What travels between nodes or lies in the cluster state. */
    default List<NamedWriteableRegistry.Entry> namedWriteables() {
        return List.of();
    }

    /** What is parsed from the cluster state on disk. */
    default List<NamedXContentRegistry.Entry> namedXContent() {
        return List.of();
    }

    /** Thread pools of the feature. */
    default List<ExecutorBuilder<?>> executors(Settings settings) {
        return List.of();
    }

    /** Services that the node injects into transport actions and closes when it stops. */
    default Collection<?> components(PluginServices services) {
        return List.of();
    }

    /** Transport actions. */
    default Collection<ActionHandler> actions() {
        return List.of();
    }

    /** What looks at requests before their actions do; called after {@link #components}. */
    default Collection<MappedActionFilter> actionFilters() {
        return List.of();
    }

    /** REST handlers; each only calls a transport action, so that roles can grant it. */
    default Collection<RestHandler> restHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> clusterSupports) {
        return List.of();
    }

    /** Executors of persistent tasks. */
    default List<PersistentTasksExecutor<?>> persistentTasks(
            ClusterService clusterService,
            ThreadPool threadPool,
            Client client,
            SettingsModule settingsModule,
            IndexNameExpressionResolver expressionResolver) {
        return List.of();
    }

    /** Indices that the feature owns. */
    default Collection<SystemIndexDescriptor> systemIndices(Settings settings) {
        return List.of();
    }

    /**
     * Reads the feature's secure settings anew.
     *
     * @param settings with the keystore open, for the length of this call only
     * @throws Exception if a secret is unusable; the feature goes on with what it had
     */
    default void reload(Settings settings) throws Exception {}
}
