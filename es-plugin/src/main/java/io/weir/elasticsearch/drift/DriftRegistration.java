package io.weir.elasticsearch.drift;

import io.weir.elasticsearch.Registration;
import java.util.Collection;
import java.util.List;
import org.elasticsearch.action.support.MappedActionFilter;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.unit.ByteSizeValue;
import org.elasticsearch.plugins.Plugin.PluginServices;
import org.elasticsearch.plugins.SearchPlugin.AggregationSpec;
import org.elasticsearch.xcontent.ContextParser;
import org.jspecify.annotations.Nullable;

/** Registers the {@code drift} aggregation and the reader of its results. */
public final class DriftRegistration implements Registration {
    /** How much of the heap profiles that were compared with may take: some 1,000 columns of a 1 GB heap. */
    private static final Setting<ByteSizeValue> CACHE_SIZE =
            Setting.memorySizeSetting("weir.drift.cache_size", "1%", Setting.Property.NodeScope);

    private final ReferenceProfiles profiles;
    private @Nullable SearchTasks tasks;

    /** An aggregation on a node with those settings. */
    public DriftRegistration(Settings settings) {
        this.profiles = new ReferenceProfiles(CACHE_SIZE.get(settings));
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(CACHE_SIZE);
    }

    @Override
    public List<AggregationSpec> aggregations() {
        ContextParser<String, DriftAggregationBuilder> parser =
                (body, name) -> DriftRequestParser.parse(body, name, profiles);
        return List.of(new AggregationSpec(
                        DriftAggregationBuilder.NAME, in -> new DriftAggregationBuilder(in, profiles), parser)
                .addResultReader(InternalDrift::new));
    }

    @Override
    public Collection<?> components(PluginServices node) {
        profiles.chargeTo(node.bigArrays());
        tasks = new SearchTasks(node.threadPool().getThreadContext(), node.clusterService());
        return List.of();
    }

    @Override
    public Collection<MappedActionFilter> actionFilters() {
        return tasks == null ? List.of() : List.of(tasks);
    }
}
