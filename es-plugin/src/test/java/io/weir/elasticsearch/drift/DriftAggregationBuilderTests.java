package io.weir.elasticsearch.drift;

import io.weir.drift.Correction;
import io.weir.drift.DriftCheck;
import io.weir.drift.DriftMeasure;
import io.weir.drift.DriftSettings;
import io.weir.elasticsearch.WeirPlugin;
import io.weir.elasticsearch.profile.ProfileReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.unit.ByteSizeValue;
import org.elasticsearch.index.query.TermQueryBuilder;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.search.aggregations.BaseAggregationTestCase;

public class DriftAggregationBuilderTests extends BaseAggregationTestCase<DriftAggregationBuilder> {
    private static final ReferenceProfiles PROFILES = new ReferenceProfiles(ByteSizeValue.ofMb(1));

    @Override
    protected Collection<Class<? extends Plugin>> getPlugins() {
        return List.of(WeirPlugin.class);
    }

    @Override
    protected DriftAggregationBuilder createTestAggregatorBuilder() {
        List<ComparedField> fields = new ArrayList<>();
        for (int i = between(1, 5); i > 0; i--) {
            fields.add(new ComparedField(randomAlphaOfLength(5), "column " + i));
        }
        DriftReference reference = randomBoolean()
                ? new DriftReference.Stored(new ProfileReference(randomAlphaOfLength(5), "latest"))
                : new DriftReference.Documents(new TermQueryBuilder("service", randomAlphaOfLength(4)));
        DriftSettings settings = DriftSettings.defaults()
                .withLevel(randomDoubleBetween(0.001, 0.5, true))
                .withCorrection(randomFrom(Correction.values()))
                .withSeed(randomLong())
                .withColumn("column 1", List.of(DriftCheck.of(DriftMeasure.PSI, randomDouble())));
        return new DriftAggregationBuilder(
                randomAlphaOfLength(8), new DriftRequest(fields, reference, settings), PROFILES);
    }

    public void testShouldBeBuiltBySettingsOfANode() {
        assertTrue(new WeirPlugin(Settings.EMPTY)
                .getAggregations().stream().anyMatch(spec -> spec.getName().match(DriftAggregationBuilder.NAME, null)));
    }
}
