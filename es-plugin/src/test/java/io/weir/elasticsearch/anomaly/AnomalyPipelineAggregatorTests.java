package io.weir.elasticsearch.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.breaker.CircuitBreaker;
import org.elasticsearch.common.breaker.CircuitBreakingException;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.indices.breaker.CircuitBreakerMetrics;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.indices.breaker.HierarchyCircuitBreakerService;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.BucketOrder;
import org.elasticsearch.search.aggregations.InternalAggregations;
import org.elasticsearch.search.aggregations.bucket.histogram.InternalHistogram;
import org.elasticsearch.tasks.TaskCancelledException;
import org.elasticsearch.test.ESTestCase;

public class AnomalyPipelineAggregatorTests extends ESTestCase {
    private static final int BUCKETS = 1_000;
    private static final long BYTES = (long) BUCKETS * AnomalyPipelineAggregator.BYTES_PER_INTERVAL;

    public void testShouldLeaveNothingOnTheBreaker() {
        CircuitBreakerService breakers = breakers(BYTES + 1);

        Assertions.assertThat(run(breakers, false).rows().size()).isEqualTo(BUCKETS);
        Assertions.assertThat(used(breakers)).isZero();
    }

    public void testShouldStopBeforeItTakesMoreMemoryThanTheNodeAllows() {
        CircuitBreakerService breakers = breakers(BYTES - 1);

        Assertions.assertThatThrownBy(() -> run(breakers, false)).isInstanceOf(CircuitBreakingException.class);
        Assertions.assertThat(used(breakers)).isZero();
    }

    public void testShouldEndWithTheSearch() {
        CircuitBreakerService breakers = breakers(2 * BYTES);

        Assertions.assertThatThrownBy(() -> run(breakers, true)).isInstanceOf(TaskCancelledException.class);
        Assertions.assertThat(used(breakers)).isZero();
    }

    public void testShouldKeepTheMetadataOfTheRequest() {
        Assertions.assertThat(run(breakers(2 * BYTES), false).getMetadata()).isEqualTo(Map.of("team", "checkout"));
    }

    private static InternalAnomaly run(CircuitBreakerService breakers, boolean cancelled) {
        AggregationReduceContext context = new AggregationReduceContext.ForFinal(
                new BigArrays(null, breakers, CircuitBreaker.REQUEST),
                null,
                () -> cancelled,
                AggregatorFactories.builder(),
                buckets -> {},
                new ArrayList<>());
        AnomalyPipelineAggregator aggregator = new AnomalyPipelineAggregator(
                "odd",
                new String[] {"sizes>_count"},
                AnomalyParameters.DEFAULT,
                new NumberSpacing(1),
                Map.of("team", "checkout"));
        return (InternalAnomaly) aggregator.doReduce(InternalAggregations.from(List.of(histogram())), context);
    }

    private static InternalHistogram histogram() {
        List<InternalHistogram.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new InternalHistogram.Bucket(i, i % 7, DocValueFormat.RAW, InternalAggregations.EMPTY));
        }
        return new InternalHistogram("sizes", buckets, BucketOrder.key(true), 1, null, DocValueFormat.RAW, false, null);
    }

    private static CircuitBreakerService breakers(long bytes) {
        return new HierarchyCircuitBreakerService(
                CircuitBreakerMetrics.NOOP,
                Settings.builder()
                        .put("indices.breaker.request.limit", bytes + "b")
                        .build(),
                List.of(),
                new ClusterSettings(Settings.EMPTY, ClusterSettings.BUILT_IN_CLUSTER_SETTINGS));
    }

    private static long used(CircuitBreakerService breakers) {
        return breakers.getBreaker(CircuitBreaker.REQUEST).getUsed();
    }
}
