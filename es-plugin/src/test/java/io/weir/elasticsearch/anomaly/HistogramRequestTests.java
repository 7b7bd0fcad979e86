package io.weir.elasticsearch.anomaly;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.index.query.MatchAllQueryBuilder;
import org.elasticsearch.search.aggregations.AbstractAggregationBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilders;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.AggregatorFactory;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramInterval;
import org.elasticsearch.search.aggregations.pipeline.CumulativeSumPipelineAggregationBuilder;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.elasticsearch.test.ESTestCase;
import org.elasticsearch.xcontent.XContentBuilder;

public class HistogramRequestTests extends ESTestCase {

    public void testShouldFindAHistogramBesideTheAggregation() {
        Assertions.assertThat(find("per_minute>latency", perMinute()).millis(new double[0]))
                .isEqualTo(60_000);
    }

    public void testShouldFindAHistogramInsideASingleBucket() {
        AggregationBuilder errors =
                AggregationBuilders.filter("errors", new MatchAllQueryBuilder()).subAggregation(perMinute());

        Assertions.assertThat(find("errors>per_minute>_count", errors)).isInstanceOf(DateSpacing.class);
    }

    public void testShouldFindAHistogramInsideOneOfManyBuckets() {
        AggregationBuilder services =
                AggregationBuilders.terms("services").field("service").subAggregation(perMinute());

        Assertions.assertThat(find("services['cart']>per_minute>latency", services))
                .isInstanceOf(DateSpacing.class);
    }

    public void testShouldTakeTheBucketsOfAnAutoDateHistogramAsTheyFollowEachOther() {
        AggregationBuilder auto = new AutoDateStandIn("auto")
                .subAggregation(AggregationBuilders.avg("latency").field("millis"));

        Assertions.assertThat(find("auto>latency", auto)).isSameAs(Spacing.ORDINAL);
        Assertions.assertThatThrownBy(() -> find("auto>speed", auto)).hasMessageContaining("[_count, latency]");
    }

    public void testShouldAcceptAPipelineInsideTheHistogramAsMetric() {
        AggregationBuilder histogram =
                perMinute().subAggregation(new CumulativeSumPipelineAggregationBuilder("growth", "latency"));

        Assertions.assertThat(find("per_minute>growth", histogram)).isInstanceOf(DateSpacing.class);
    }

    public void testShouldNameWhatIsThereInsteadOfAnUnknownSibling() {
        Assertions.assertThatThrownBy(() -> find("per_hour>latency", perMinute()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[buckets_path] is [per_hour>latency], it names [per_hour], but there is only [per_minute]");
    }

    public void testShouldNameWhatIsThereInsteadOfAnUnknownMetric() {
        Assertions.assertThatThrownBy(() -> find("per_minute>speed", perMinute()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[buckets_path] is [per_minute>speed], it names [speed], but histogram [per_minute] has only "
                                + "[_count, latency]");
    }

    public void testShouldRefuseAPathThatEndsAtTheHistogram() {
        Assertions.assertThatThrownBy(() -> find("per_minute", perMinute()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it ends at the histogram [per_minute]; add what to look at, such as >_count");
    }

    public void testShouldRefuseBucketsThatAreNoHistogram() {
        AggregationBuilder services =
                AggregationBuilders.terms("services").field("service").subAggregation(perMinute());

        Assertions.assertThatThrownBy(() -> find("services>per_minute>latency", services))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "it leads to [services], a [terms]; it must lead through a date_histogram, histogram")
                .hasMessageContaining("services['key']>per_minute>latency");
    }

    public void testShouldRefuseAMetricInPlaceOfAHistogram() {
        Assertions.assertThatThrownBy(
                        () -> find("latency", AggregationBuilders.avg("latency").field("millis")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it leads to [latency], a [avg]; it must lead through a date_histogram");
    }

    public void testShouldRefuseAPathThatEndsInASingleBucket() {
        AggregationBuilder errors = AggregationBuilders.filter("errors", new MatchAllQueryBuilder());

        Assertions.assertThatThrownBy(() -> find("errors", errors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it ends before any histogram");
    }

    public void testShouldRefuseAnUnreadablePath() {
        for (String path : List.of("", ">", "per_minute>latency.", "per_minute>[latency")) {
            Assertions.assertThatThrownBy(() -> find(path, perMinute()))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("[buckets_path] is [" + path + "], ");
        }
    }

    private static Spacing find(String path, AggregationBuilder... siblings) {
        return HistogramRequest.find(path, List.of(siblings));
    }

    private static DateHistogramAggregationBuilder perMinute() {
        return AggregationBuilders.dateHistogram("per_minute")
                .field("@timestamp")
                .fixedInterval(DateHistogramInterval.minutes(1))
                .subAggregation(AggregationBuilders.avg("latency").field("millis"));
    }

    /** The real one lies in a module that is not published. Its name and that it has many buckets are all that counts here. */
    private static final class AutoDateStandIn extends AbstractAggregationBuilder<AutoDateStandIn> {
        AutoDateStandIn(String name) {
            super(name);
        }

        @Override
        public String getType() {
            return "auto_date_histogram";
        }

        @Override
        public BucketCardinality bucketCardinality() {
            return BucketCardinality.MANY;
        }

        @Override
        protected AggregationBuilder shallowCopy(AggregatorFactories.Builder factories, Map<String, Object> metadata) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void doWriteTo(StreamOutput out) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected AggregatorFactory doBuild(
                AggregationContext context, AggregatorFactory parent, AggregatorFactories.Builder subfactories) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected XContentBuilder internalXContent(XContentBuilder builder, Params params) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TransportVersion getMinimalSupportedVersion() {
            return TransportVersion.minimumCompatible();
        }
    }
}
