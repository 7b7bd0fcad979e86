package io.weir.elasticsearch.store;

import java.util.List;
import org.elasticsearch.cluster.metadata.IndexMetadata;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.indices.SystemIndexDescriptor;

/** Names, settings and mappings of the indices that Weir owns. */
public final class OwnIndices {
    /** Definitions of detectors and how far each has got. Hidden, managed by the node. */
    public static final String DETECTORS = ".weir-detectors";

    /** Deliveries, from before they are sent. Hidden, managed by the node. */
    public static final String OUTBOX = ".weir-outbox";

    /** Incidents under ECS names. An ordinary index: people chart it. */
    public static final String INCIDENTS = "weir-incidents";

    /** Profiles of data sets, one document each, one for each of their columns and one for each name. Charted likewise. */
    public static final String PROFILES = "weir-profiles";

    /** What gates of pipelines have decided. */
    public static final String GATES = "weir-gates";

    /** Names the owner where a node asks who creates an index; no request ever runs under it. */
    private static final String ORIGIN = "weir";

    private OwnIndices() {}

    /** What the node needs to create and keep the hidden indices. */
    public static List<SystemIndexDescriptor> descriptors() {
        return List.of(
                descriptor(DETECTORS, "Weir's detectors", Mappings.DETECTORS),
                descriptor(OUTBOX, "Weir's deliveries", Mappings.OUTBOX));
    }

    /** One shard, which keeps sequence numbers comparable, and a copy as soon as there is a second node. */
    static Settings settings() {
        return Settings.builder()
                .put(IndexMetadata.SETTING_NUMBER_OF_SHARDS, 1)
                .put(IndexMetadata.SETTING_AUTO_EXPAND_REPLICAS, "0-1")
                .build();
    }

    private static SystemIndexDescriptor descriptor(String name, String description, String mappings) {
        return SystemIndexDescriptor.builder()
                .setIndexPattern(name + "*")
                .setPrimaryIndex(name)
                .setDescription(description)
                .setMappings(mappings)
                .setSettings(settings())
                .setOrigin(ORIGIN)
                .setNetNew()
                .build();
    }
}
