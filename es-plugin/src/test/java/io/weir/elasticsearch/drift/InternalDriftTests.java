package io.weir.elasticsearch.drift;

import io.weir.drift.DriftSettings;
import io.weir.elasticsearch.WeirPlugin;
import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import io.weir.sketch.TopValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.Strings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.unit.ByteSizeValue;
import org.elasticsearch.index.query.MatchAllQueryBuilder;
import org.elasticsearch.plugins.SearchPlugin;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.support.SamplingContext;
import org.elasticsearch.test.InternalAggregationTestCase;

public class InternalDriftTests extends InternalAggregationTestCase<InternalDrift> {
    private static final ReferenceProfiles PROFILES = new ReferenceProfiles(ByteSizeValue.ofMb(1));
    private static final List<ComparedField> FIELDS = List.of(
            new ComparedField("amount", "amount"),
            new ComparedField("c", "country"),
            new ComparedField("gone", "gone"));

    @Override
    protected SearchPlugin registerPlugin() {
        return new WeirPlugin(Settings.EMPTY);
    }

    @Override
    protected InternalDrift createTestInstance(String name, Map<String, Object> metadata) {
        return InternalDrift.found(name, metadata, FIELDS, sketches(between(0, 2_000)));
    }

    @Override
    protected BuilderAndToReduce<InternalDrift> randomResultsToReduce(String name, int size) {
        List<InternalDrift> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(createTestInstance(name, Map.of()));
        }
        return new BuilderAndToReduce<>(planned(name), all);
    }

    @Override
    protected void assertReduced(InternalDrift reduced, List<InternalDrift> inputs) {
        long documents = inputs.stream()
                .mapToLong(each -> each.sketches().getFirst().documents())
                .sum();

        Assertions.assertThat(reduced.report()).isNotNull().satisfies(report -> {
            Assertions.assertThat(report.currentRows()).isEqualTo(documents);
            Assertions.assertThat(report.columns()).hasSize(3);
        });
    }

    @Override
    protected InternalDrift mutateInstance(InternalDrift instance) {
        return switch (between(0, 2)) {
            case 0 ->
                InternalDrift.found(instance.getName() + "x", instance.getMetadata(), FIELDS, instance.sketches());
            case 1 -> InternalDrift.found(instance.getName(), Map.of("other", "metadata"), FIELDS, instance.sketches());
            default -> InternalDrift.found(instance.getName(), instance.getMetadata(), FIELDS, sketches(3_000));
        };
    }

    @Override
    protected boolean supportsSampling() {
        return true;
    }

    @Override
    protected void assertSampled(InternalDrift sampled, InternalDrift reduced, SamplingContext context) {
        Assertions.assertThat(sampled).isEqualTo(reduced);
    }

    public void testShouldSurviveTheWireOnceJudged() throws Exception {
        InternalDrift judged = InternalDrift.judged("moved", null, plan().judge(sketches(500)), List.of("gone"));

        Assertions.assertThat(copyInstance(judged)).isEqualTo(judged);
        Assertions.assertThat(Strings.toString(judged))
                .contains("\"verdict\":")
                .contains("\"unmapped_fields\":[\"gone\"]");
    }

    public void testShouldOfferNumbersToOtherAggregations() {
        InternalDrift judged = InternalDrift.judged("moved", null, plan().judge(sketches(500)), List.of());

        double columns = 0;
        for (String verdict : List.of("drifted", "stable", "insufficient_evidence")) {
            columns += (double) judged.getProperty(List.of(verdict));
        }
        Assertions.assertThat(columns).isEqualTo(3);
        Assertions.assertThat((double) judged.getProperty(List.of("amount", "ks")))
                .isBetween(0.0, 1.0);
        Assertions.assertThatThrownBy(() -> judged.getProperty(List.of("worst")))
                .hasMessageContaining("[worst] is no property of drift aggregation [moved]; there are drifted, stable");
    }

    public void testShouldRefuseAFieldThatIsTwoThings() {
        SketchMerge merge = new SketchMerge(FIELDS.getFirst());
        merge.add(sketches(10).get(0));

        Assertions.assertThatThrownBy(() -> merge.add(sketches(10).get(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("field [amount] holds numbers in some of the indices and categories in others");
    }

    private static AggregationBuilder planned(String name) {
        DriftRequest request = new DriftRequest(
                FIELDS, new DriftReference.Documents(new MatchAllQueryBuilder()), DriftSettings.defaults());
        return new DriftAggregationBuilder(name, request, PROFILES).planned(plan());
    }

    private static DriftPlan plan() {
        List<ReferenceColumn> columns = sketches(1_000).stream()
                .<ReferenceColumn>map(sketch -> new ReferenceColumn.OfDocuments(sketch, Reading.BY_TYPE))
                .toList();
        return new DriftPlan("before", FIELDS, columns, DriftSettings.defaults(), List.of());
    }

    private static List<ColumnSketch> sketches(int documents) {
        KllSketch quantiles = KllSketch.create(randomLong());
        Moments moments = new Moments();
        TopValues top = TopValues.create(ColumnSketch.TOP_CAPACITY);
        for (int i = 0; i < documents; i++) {
            double value = random().nextGaussian();
            quantiles.add(value);
            moments.add(value);
            top.add("v" + random().nextInt(600));
        }
        return List.of(
                ColumnSketch.numbers(documents, documents, quantiles, moments),
                ColumnSketch.categories(documents, documents, top),
                ColumnSketch.presence(documents, 0, false));
    }
}
