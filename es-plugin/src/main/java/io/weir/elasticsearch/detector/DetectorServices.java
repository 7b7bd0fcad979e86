package io.weir.elasticsearch.detector;

import org.elasticsearch.client.internal.Client;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.threadpool.ThreadPool;

/**
 * What detectors' tasks and requests share on one node.
 *
 * @param client the node's client
 * @param cluster the cluster's state
 * @param threadPool the node's threads and clock
 * @param detectors the detectors
 * @param checkpoints how far they have got
 * @param metrics reads their series
 * @param run judges what is due
 */
record DetectorServices(
        Client client,
        ClusterService cluster,
        ThreadPool threadPool,
        DetectorStore detectors,
        CheckpointStore checkpoints,
        MetricReader metrics,
        DetectorRun run) {}
