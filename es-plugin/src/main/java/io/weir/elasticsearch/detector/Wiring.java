package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.incident.Incidents;
import io.weir.elasticsearch.outbox.OutboxOperations;
import io.weir.elasticsearch.outbox.OutboxTaskExecutor;
import io.weir.elasticsearch.outbox.Retention;
import io.weir.elasticsearch.outbox.Webhooks;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.Identity;
import io.weir.elasticsearch.store.OrdinaryIndex;
import io.weir.elasticsearch.task.Tasks;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.persistent.PersistentTasksExecutor;
import org.elasticsearch.persistent.PersistentTasksService;
import org.elasticsearch.plugins.Plugin.PluginServices;
import org.elasticsearch.threadpool.ThreadPool;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a node together. */
final class Wiring {
    private final Collection<?> components;
    private final List<PersistentTasksExecutor<?>> executors;

    Wiring(PluginServices node, Webhooks webhooks, Supplier<@Nullable String> authorization) {
        Client client = node.client();
        ClusterService cluster = node.clusterService();
        ThreadPool threadPool = node.threadPool();
        LongSupplier clock = threadPool::absoluteTimeInMillis;
        Identity identity = new Identity(threadPool.getThreadContext(), authorization);
        Documents documents = new Documents(client, identity);
        Tasks tasks =
                new Tasks(new PersistentTasksService(cluster, threadPool, client), cluster, node.projectResolver());
        Incidents incidents = new Incidents(documents, OrdinaryIndex.incidents(client, cluster, documents), clock);
        DetectorStore detectors = new DetectorStore(documents);
        CheckpointStore checkpoints = new CheckpointStore(documents);
        MetricReader metrics = new MetricReader(new MetricSearch(node.xContentRegistry()), identity);
        DetectorRun run = new DetectorRun(
                checkpoints,
                metrics,
                incidents.open(),
                incidents.effects(),
                clock,
                node.nodeEnvironment().nodeId());
        DetectorServices services =
                new DetectorServices(client, cluster, threadPool, detectors, checkpoints, metrics, run);
        DetectorOperations operations = new DetectorOperations(
                services,
                new DetectorChecks(client, metrics, webhooks, clock),
                tasks,
                identity,
                new Uninstall(detectors, tasks, webhooks, clock),
                DetectorRegistration.MAX_DETECTORS.get(cluster.getSettings()));
        this.components = List.of(operations, incidents.operations(), new OutboxOperations(client, documents, clock));
        this.executors = List.of(
                new DetectorTaskExecutor(services),
                new OutboxTaskExecutor(
                        threadPool,
                        client,
                        documents,
                        webhooks,
                        cluster.getSettings(),
                        List.of(
                                incidents.repair(),
                                new MissingTasks(detectors, tasks),
                                new Retention(client, documents, cluster.getSettings(), clock))));
    }

    /** What transport actions are given. */
    Collection<?> components() {
        return components;
    }

    /** What runs the persistent tasks. */
    List<PersistentTasksExecutor<?>> executors() {
        return executors;
    }
}
