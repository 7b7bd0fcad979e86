package io.weir.elasticsearch.anomaly;

import io.weir.elasticsearch.WeirPlugin;
import io.weir.incident.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.Strings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.plugins.SearchPlugin;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.test.InternalAggregationTestCase;

public class InternalAnomalyTests extends InternalAggregationTestCase<InternalAnomaly> {

    @Override
    protected SearchPlugin registerPlugin() {
        return new WeirPlugin(Settings.EMPTY);
    }

    @Override
    protected InternalAnomaly createTestInstance(String name, Map<String, Object> metadata) {
        boolean dates = randomBoolean();
        DocValueFormat format = dates ? randomDateDocValueFormat() : randomNumericDocValueFormat();
        return new InternalAnomaly(
                name, metadata, new KeyFormat(dates, format), randomFindings(), randomRows(between(0, 20)));
    }

    @Override
    protected InternalAnomaly mutateInstance(InternalAnomaly instance) {
        KeyFormat keys = new KeyFormat(false, DocValueFormat.RAW);
        AnomalyFindings findings = new AnomalyFindings(List.of(), List.of(), 0, 0, 0.5, true, "needs more");
        Rows rows = randomRows(21);
        return switch (between(0, 3)) {
            case 0 -> new InternalAnomaly(instance.getName() + "x", instance.getMetadata(), keys, findings, rows);
            case 1 -> new InternalAnomaly(instance.getName(), Map.of("other", "metadata"), keys, findings, rows);
            case 2 -> new InternalAnomaly(instance.getName(), instance.getMetadata(), keys, randomFindings(), rows);
            default -> new InternalAnomaly(instance.getName(), instance.getMetadata(), keys, findings, rows);
        };
    }

    /** It is made in the final reduction: nothing ever reduces two of them. */
    @Override
    public void testReduceRandom() {
        Assertions.assertThatThrownBy(() -> createTestInstance().getReducer(null, 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("made in the final reduction");
    }

    @Override
    protected void assertReduced(InternalAnomaly reduced, List<InternalAnomaly> inputs) {
        throw new AssertionError("nothing is reduced");
    }

    public void testShouldWriteNullWhereThereIsNoNumber() {
        Assertions.assertThat(json(gapAndSpike())).contains("""
                "buckets":[{"key":0,"doc_count":0,"value":null,"score":null,"expected":null,"lower":null,"upper":null,\
                "anomalous":false},{"key":60000,"doc_count":3,"value":9.0,"score":0.97,"expected":1.0,"lower":0.0,\
                "upper":2.0,"anomalous":true}]""");
    }

    public void testShouldNameStretchesAndChangesByKey() {
        Assertions.assertThat(json(gapAndSpike())).contains("""
                "insufficient":false,"reason":"one anomalous stretch","season":{"buckets":24,"duration":"1d"},"threshold":0.5,\
                "stretches":[{"from":60000,"to":120000,"peak":60000,"peak_score":0.97,"severity":"high","reason":"saw 9"}],\
                "change_points":[{"key":60000,"kind":"level","before":1.0,"after":9.0,"p_value":0.001,"reason":"rose"}]""");
    }

    public void testShouldOfferNumbersToOtherPipelines() {
        InternalAnomaly anomaly = gapAndSpike();

        Assertions.assertThat(anomaly.getProperty(List.of("max_score"))).isEqualTo(0.97);
        Assertions.assertThat(anomaly.getProperty(List.of("last_score"))).isEqualTo(0.97);
        Assertions.assertThat(anomaly.getProperty(List.of("stretch_count"))).isEqualTo(1);
        Assertions.assertThat(anomaly.getProperty(List.of("change_point_count")))
                .isEqualTo(1);
    }

    public void testShouldNameAnUnknownProperty() {
        Assertions.assertThatThrownBy(() -> gapAndSpike().getProperty(List.of("min_score")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[min_score] is no property of anomaly aggregation [odd]; there are max_score");
    }

    public void testShouldSurviveTheWireWithManyRows() throws IOException {
        InternalAnomaly many = new InternalAnomaly(
                "odd", null, new KeyFormat(true, DocValueFormat.RAW), randomFindings(), randomRows(65_536));

        Assertions.assertThat(copyInstance(many)).isEqualTo(many);
    }

    private static InternalAnomaly gapAndSpike() {
        double none = Double.NaN;
        BitSet anomalous = new BitSet();
        anomalous.set(1);
        Rows rows = new Rows(
                new double[] {0, 60_000},
                new long[] {0, 3},
                new double[] {none, 9},
                new double[] {none, 0.97},
                new double[] {none, 1},
                new double[] {none, 0},
                new double[] {none, 2},
                anomalous);
        AnomalyFindings findings = new AnomalyFindings(
                List.of(new KeyedStretch(60_000, 120_000, 60_000, 0.97, Severity.HIGH, "saw 9")),
                List.of(new KeyedChange(60_000, "level", 1, 9, 0.001, "rose")),
                24,
                86_400_000,
                0.5,
                false,
                "one anomalous stretch");
        return new InternalAnomaly("odd", null, new KeyFormat(true, DocValueFormat.RAW), findings, rows);
    }

    private static String json(InternalAnomaly anomaly) {
        return Strings.toString(anomaly);
    }

    private static AnomalyFindings randomFindings() {
        List<KeyedStretch> stretches = randomList(
                1,
                3,
                () -> new KeyedStretch(
                        randomLongBetween(0, 9),
                        randomLongBetween(0, 9),
                        randomLongBetween(0, 9),
                        randomDouble(),
                        randomFrom(Severity.values()),
                        randomAlphaOfLength(9)));
        List<KeyedChange> changes = randomList(
                3,
                () -> new KeyedChange(
                        randomLongBetween(0, 9),
                        randomFrom("level", "spread", "trend"),
                        randomDouble(),
                        randomDouble(),
                        randomDouble(),
                        randomAlphaOfLength(9)));
        return new AnomalyFindings(
                stretches,
                changes,
                between(0, 9),
                between(0, 9),
                randomDouble(),
                randomBoolean(),
                randomAlphaOfLength(9));
    }

    private static Rows randomRows(int size) {
        BitSet anomalous = new BitSet();
        long[] docCounts = new long[size];
        for (int i = 0; i < size; i++) {
            anomalous.set(i, randomBoolean());
            docCounts[i] = randomNonNegativeLong();
        }
        return new Rows(
                column(size),
                docCounts,
                column(size),
                column(size),
                column(size),
                column(size),
                column(size),
                anomalous);
    }

    private static double[] column(int size) {
        double[] column = new double[size];
        Arrays.setAll(column, i -> randomBoolean() ? randomDouble() : Double.NaN);
        return column;
    }
}
