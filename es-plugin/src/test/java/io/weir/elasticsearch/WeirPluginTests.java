package io.weir.elasticsearch;

import java.util.Collection;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.elasticsearch.action.admin.cluster.node.info.NodesInfoRequest;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginRuntimeInfo;
import org.elasticsearch.test.ESSingleNodeTestCase;

public class WeirPluginTests extends ESSingleNodeTestCase {

    @Override
    protected Collection<Class<? extends Plugin>> getPlugins() {
        return List.of(WeirPlugin.class);
    }

    public void testShouldBeLoadedByANode() {
        PluginsAndModules loaded = clusterAdmin()
                .nodesInfo(new NodesInfoRequest())
                .actionGet()
                .getNodes()
                .getFirst()
                .getInfo(PluginsAndModules.class);

        Assertions.assertThat(loaded.getPluginInfos())
                .extracting(PluginRuntimeInfo::descriptor)
                .anyMatch(descriptor -> descriptor.getClassname().equals(WeirPlugin.class.getName()));
    }
}
