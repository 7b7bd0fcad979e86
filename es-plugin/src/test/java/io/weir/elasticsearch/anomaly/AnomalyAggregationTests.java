package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Direction;
import io.weir.anomaly.Season;
import io.weir.elasticsearch.WeirPlugin;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.tests.index.RandomIndexWriter;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.mapper.DateFieldMapper;
import org.elasticsearch.index.mapper.MappedFieldType;
import org.elasticsearch.index.mapper.NumberFieldMapper;
import org.elasticsearch.index.query.MatchAllQueryBuilder;
import org.elasticsearch.plugins.SearchPlugin;
import org.elasticsearch.search.aggregations.Aggregation;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilders;
import org.elasticsearch.search.aggregations.AggregatorTestCase;
import org.elasticsearch.search.aggregations.BucketOrder;
import org.elasticsearch.search.aggregations.MultiBucketConsumerService.MultiBucketConsumer;
import org.elasticsearch.search.aggregations.PipelineAggregationBuilder.ValidationContext;
import org.elasticsearch.search.aggregations.bucket.filter.InternalFilter;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramInterval;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;

/** The aggregation over real segments, with the framework's random splits, breaker trips and cancellations. */
public class AnomalyAggregationTests extends AggregatorTestCase {
    private static final long START = 1_767_225_600_000L;
    private static final long MINUTE = 60_000;
    private static final int MINUTES = 60;
    private static final int SPIKE = 50;
    private static final String TIME = "time";
    private static final String MILLIS = "millis";

    /** Steady but for one minute. */
    private static final IntToDoubleFunction ONE_SPIKE = minute -> minute == SPIKE ? 900 : 100 + minute % 3;

    @Override
    protected List<SearchPlugin> getSearchPlugins() {
        return List.of(new WeirPlugin(Settings.EMPTY));
    }

    /** Every row of the answer is on the server's limit of buckets, inserted ones too. */
    @Override
    protected void doAssertReducedMultiBucketConsumer(Aggregation agg, MultiBucketConsumer consumed) {
        InternalAnomaly anomaly = ((InternalFilter) agg).getAggregations().get("odd");
        Assertions.assertThat(consumed.getCount()).isEqualTo(anomaly.rows().size());
    }

    public void testShouldScoreEveryBucketOfAHistogram() throws IOException {
        Rows rows = search(perMinute(), "per_minute>latency", settings(), GapPolicy.SKIP, every(ONE_SPIKE))
                .rows();

        Assertions.assertThat(rows.keys()).containsExactly(minutes(0, MINUTES));
        Assertions.assertThat(rows.docCounts()).containsOnly(2);
        Assertions.assertThat(rows.values()[SPIKE]).isEqualTo(900);
        Assertions.assertThat(rows.scores()[19]).isNaN();
        Assertions.assertThat(rows.scores()[20]).isBetween(0.0, 1.0);
        Assertions.assertThat(rows.anomalous().stream()).containsExactly(SPIKE);
        Assertions.assertThat(rows.expected()[SPIKE]).isBetween(100.0, 102.0);
        Assertions.assertThat(rows.upper()[SPIKE]).isBetween(rows.expected()[SPIKE], 900.0);
    }

    public void testShouldNameTheStretchByItsKeys() throws IOException {
        AnomalyFindings findings = search(
                        perMinute(), "per_minute>latency", settings(), GapPolicy.SKIP, every(ONE_SPIKE))
                .findings();

        Assertions.assertThat(findings.stretches()).singleElement().satisfies(stretch -> {
            Assertions.assertThat(stretch.from()).isEqualTo(START + SPIKE * MINUTE);
            Assertions.assertThat(stretch.to()).isEqualTo(START + SPIKE * MINUTE);
            Assertions.assertThat(stretch.peak()).isEqualTo(START + SPIKE * MINUTE);
            Assertions.assertThat(stretch.reason()).contains("900");
        });
    }

    public void testShouldReadOneOfManyValuesOfAMetric() throws IOException {
        DateHistogramAggregationBuilder histogram = histogram()
                .subAggregation(
                        AggregationBuilders.percentiles("spread").field(MILLIS).percentiles(50, 95));

        Rows rows = search(histogram, "per_minute>spread.95", settings(), GapPolicy.SKIP, every(ONE_SPIKE))
                .rows();

        Assertions.assertThat(rows.anomalous().stream()).containsExactly(SPIKE);
    }

    public void testShouldTakeAnEmptyBucketForAGap() throws IOException {
        Rows rows = search(perMinute(), "per_minute>latency", settings(), GapPolicy.SKIP, without(30, 35))
                .rows();

        Assertions.assertThat(rows.docCounts()[30]).isZero();
        Assertions.assertThat(Arrays.copyOfRange(rows.values(), 30, 35)).containsOnly(Double.NaN);
        Assertions.assertThat(Arrays.copyOfRange(rows.scores(), 30, 35)).containsOnly(Double.NaN);
        Assertions.assertThat(rows.anomalous().stream()).containsExactly(SPIKE);
    }

    public void testShouldTakeTheCountOfAnEmptyBucketForARealZero() throws IOException {
        Rows rows = search(perMinute(), "per_minute>_count", settings(), GapPolicy.SKIP, without(30, 35))
                .rows();

        Assertions.assertThat(Arrays.copyOfRange(rows.values(), 30, 35)).containsOnly(0);
        Assertions.assertThat(rows.anomalous().get(30)).isTrue();
    }

    public void testShouldTakeTheSumOfAnEmptyBucketForAGapUnlessToldOtherwise() throws IOException {
        DateHistogramAggregationBuilder sums =
                histogram().subAggregation(AggregationBuilders.sum("latency").field(MILLIS));

        Assertions.assertThat(search(sums, "per_minute>latency", settings(), GapPolicy.SKIP, without(30, 35))
                        .rows()
                        .values()[30])
                .isNaN();
        Assertions.assertThat(search(sums, "per_minute>latency", settings(), GapPolicy.KEEP_VALUES, without(30, 35))
                        .rows()
                        .values()[30])
                .isZero();
    }

    public void testShouldTakeAnEmptyBucketForAZeroWhenTold() throws IOException {
        Rows rows = search(perMinute(), "per_minute>latency", settings(), GapPolicy.INSERT_ZEROS, without(30, 35))
                .rows();

        Assertions.assertThat(Arrays.copyOfRange(rows.values(), 30, 35)).containsOnly(0);
        Assertions.assertThat(rows.anomalous().get(30)).isTrue();
    }

    public void testShouldKeepThePlaceInTheSeasonWhereABucketIsLeftOut() throws IOException {
        DateHistogramAggregationBuilder sparse = perMinute().minDocCount(1);
        AnomalySettings everyFourMinutes =
                new AnomalySettings(Season.of(4 * MINUTE), 0.5, Direction.BOTH, AnomalySettings.DEFAULT_MIN_HISTORY);
        double[] latencies = every(minute -> 100 + minute % 4 * 100);
        latencies[41] = Double.NaN;

        InternalAnomaly anomaly = search(sparse, "per_minute>latency", everyFourMinutes, GapPolicy.SKIP, latencies);

        Assertions.assertThat(anomaly.rows().size()).isEqualTo(MINUTES - 1);
        Assertions.assertThat(anomaly.rows().expected()[45]).isBetween(290.0, 310.0);
        Assertions.assertThat(anomaly.rows().anomalous().isEmpty()).isTrue();
    }

    public void testShouldInsertARowForEachBucketThatIsLeftOutWhenToldToInsertZeros() throws IOException {
        DateHistogramAggregationBuilder sparse = perMinute().minDocCount(1);

        Rows rows = search(sparse, "per_minute>latency", settings(), GapPolicy.INSERT_ZEROS, without(30, 35))
                .rows();

        Assertions.assertThat(rows.keys()).containsExactly(minutes(0, MINUTES));
        Assertions.assertThat(rows.docCounts()[30]).isZero();
        Assertions.assertThat(rows.values()[30]).isZero();
    }

    public void testShouldReadAHistogramInTheOrderOfItsKeys() throws IOException {
        DateHistogramAggregationBuilder backwards = perMinute().order(BucketOrder.aggregation("latency", false));

        Rows rows = search(backwards, "per_minute>latency", settings(), GapPolicy.SKIP, every(ONE_SPIKE))
                .rows();

        Assertions.assertThat(rows.keys()).containsExactly(minutes(0, MINUTES));
        Assertions.assertThat(rows.anomalous().stream()).containsExactly(SPIKE);
    }

    public void testShouldWorkOverAHistogramOfNumbers() throws IOException {
        AggregationBuilder histogram = AggregationBuilders.histogram("per_minute")
                .field(TIME)
                .interval(MINUTE)
                .subAggregation(AggregationBuilders.avg("latency").field(MILLIS));

        InternalAnomaly anomaly = search(histogram, "per_minute>latency", settings(), GapPolicy.SKIP, every(ONE_SPIKE));

        Assertions.assertThat(anomaly.rows().anomalous().stream()).containsExactly(SPIKE);
    }

    public void testShouldSayWhatIsMissingWhereThereAreTooFewBuckets() throws IOException {
        AnomalyFindings findings = search(
                        perMinute(), "per_minute>latency", settings(), GapPolicy.SKIP, without(15, MINUTES))
                .findings();

        Assertions.assertThat(findings.insufficient()).isTrue();
        Assertions.assertThat(findings.reason()).contains("20").contains("15");
    }

    public void testShouldAnswerWhereThereAreNoBuckets() throws IOException {
        InternalAnomaly anomaly =
                search(perMinute(), "per_minute>latency", settings(), GapPolicy.SKIP, without(0, MINUTES));

        Assertions.assertThat(anomaly.rows().size()).isZero();
        Assertions.assertThat(anomaly.findings().insufficient()).isTrue();
    }

    public void testShouldRefuseAMetricOfManyValues() {
        DateHistogramAggregationBuilder histogram = histogram()
                .subAggregation(AggregationBuilders.percentiles("spread").field(MILLIS));

        Assertions.assertThatThrownBy(
                        () -> search(histogram, "per_minute>spread", settings(), GapPolicy.SKIP, every(ONE_SPIKE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("anomaly aggregation [odd]: buckets_path must reference either a number value")
                .hasMessageContaining("[spread]");
    }

    public void testShouldRefuseBucketsAsMetric() {
        DateHistogramAggregationBuilder histogram = histogram()
                .subAggregation(
                        AggregationBuilders.histogram("speeds").field(MILLIS).interval(10));

        Assertions.assertThatThrownBy(
                        () -> search(histogram, "per_minute>speeds", settings(), GapPolicy.SKIP, every(ONE_SPIKE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got: [InternalHistogram] at aggregation [speeds]");
    }

    private static AnomalySettings settings() {
        return new AnomalySettings(Season.NONE, 0.5, Direction.BOTH, 20);
    }

    private static DateHistogramAggregationBuilder histogram() {
        return AggregationBuilders.dateHistogram("per_minute").field(TIME).fixedInterval(DateHistogramInterval.MINUTE);
    }

    private static DateHistogramAggregationBuilder perMinute() {
        return histogram().subAggregation(AggregationBuilders.avg("latency").field(MILLIS));
    }

    private static double[] every(IntToDoubleFunction latency) {
        double[] values = new double[MINUTES];
        Arrays.setAll(values, latency);
        return values;
    }

    private static double[] without(int from, int to) {
        double[] values = every(ONE_SPIKE);
        Arrays.fill(values, from, to, Double.NaN);
        return values;
    }

    private static double[] minutes(int from, int to) {
        double[] keys = new double[to - from];
        Arrays.setAll(keys, i -> START + (from + i) * MINUTE);
        return keys;
    }

    /** Indexes two documents a minute and runs the aggregation inside a filter, where the framework lets a pipeline be. */
    private InternalAnomaly search(
            AggregationBuilder histogram, String path, AnomalySettings settings, GapPolicy policy, double[] latencies)
            throws IOException {
        AnomalyAggregationBuilder anomaly =
                new AnomalyAggregationBuilder("odd", path, new AnomalyParameters(settings, policy));
        ValidationContext context = ValidationContext.forTreeRoot(List.of(histogram), null);
        anomaly.validate(context);
        Assertions.assertThat(context.getValidationException()).isNull();
        AggregationBuilder all = AggregationBuilders.filter("all", new MatchAllQueryBuilder())
                .subAggregation(histogram)
                .subAggregation(anomaly);
        InternalAnomaly[] found = new InternalAnomaly[1];
        testCase(
                (RandomIndexWriter writer) -> index(writer, latencies),
                (InternalFilter filter) -> found[0] = filter.getAggregations().get("odd"),
                new AggTestConfig(all, fields()));
        return found[0];
    }

    private static MappedFieldType[] fields() {
        return new MappedFieldType[] {
            new DateFieldMapper.DateFieldType(TIME),
            new NumberFieldMapper.NumberFieldType(MILLIS, NumberFieldMapper.NumberType.LONG)
        };
    }

    private static void index(RandomIndexWriter writer, double[] latencies) throws IOException {
        for (int minute = 0; minute < latencies.length; minute++) {
            if (!Double.isNaN(latencies[minute])) {
                add(writer, START + minute * MINUTE, (long) latencies[minute]);
                add(writer, START + minute * MINUTE + 30_000, (long) latencies[minute]);
            }
        }
    }

    private static void add(RandomIndexWriter writer, long time, long millis) throws IOException {
        Document document = new Document();
        document.add(new SortedNumericDocValuesField(TIME, time));
        document.add(new LongPoint(TIME, time));
        document.add(new NumericDocValuesField(MILLIS, millis));
        writer.addDocument(document);
    }
}
