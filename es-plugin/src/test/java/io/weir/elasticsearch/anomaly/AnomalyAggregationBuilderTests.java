package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Direction;
import io.weir.anomaly.Season;
import io.weir.elasticsearch.WeirPlugin;
import io.weir.elasticsearch.wire.WireVersion;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.io.stream.BytesStreamOutput;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.plugins.SearchPlugin;
import org.elasticsearch.search.aggregations.BasePipelineAggregationTestCase;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;
import org.elasticsearch.xcontent.XContentParseException;
import org.elasticsearch.xcontent.XContentParser;
import org.elasticsearch.xcontent.json.JsonXContent;

public class AnomalyAggregationBuilderTests extends BasePipelineAggregationTestCase<AnomalyAggregationBuilder> {

    @Override
    protected List<SearchPlugin> plugins() {
        return List.of(new WeirPlugin(Settings.EMPTY));
    }

    @Override
    protected AnomalyAggregationBuilder createTestAggregatorFactory() {
        Season season = randomFrom(Season.AUTO, Season.NONE, Season.of(randomLongBetween(1, Long.MAX_VALUE / 2)));
        AnomalySettings settings = new AnomalySettings(
                season,
                randomDoubleBetween(0.001, 1, true),
                randomFrom(Direction.values()),
                randomIntBetween(AnomalySettings.LEAST_HISTORY, AnomalyRequestParser.MOST_HISTORY));
        return new AnomalyAggregationBuilder(
                randomAlphaOfLength(8),
                "per_minute>latency",
                new AnomalyParameters(settings, randomFrom(GapPolicy.values())));
    }

    public void testShouldUseDefaultsWhereTheRequestSaysNothing() throws IOException {
        Assertions.assertThat(parse("""
                {"buckets_path": "per_minute>latency"}"""))
                .isEqualTo(new AnomalyAggregationBuilder("odd", "per_minute>latency", AnomalyParameters.DEFAULT));
    }

    public void testShouldReadEveryParameter() throws IOException {
        AnomalySettings settings = new AnomalySettings(Season.of(86_400_000), 0.75, Direction.ABOVE, 30);

        Assertions.assertThat(parse("""
                {"buckets_path": "h>m", "season": "1d", "sensitivity": 0.75, "direction": "above", "min_history": 30,
                 "gap_policy": "insert_zeros"}"""))
                .isEqualTo(new AnomalyAggregationBuilder(
                        "odd", "h>m", new AnomalyParameters(settings, GapPolicy.INSERT_ZEROS)));
    }

    public void testShouldNameEveryValueOutOfRangeAtOnce() {
        Assertions.assertThatThrownBy(() -> parse("""
                        {"buckets_path": ["a", "b"], "season": "fortnight", "sensitivity": 1.5, "direction": "up",
                         "min_history": 4, "gap_policy": "zeros"}"""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("anomaly aggregation [odd]: ")
                .hasMessageContaining("[buckets_path] is [[a, b]], must be one path")
                .hasMessageContaining("[sensitivity] is [1.5], must be above 0 and at most 1")
                .hasMessageContaining("[min_history] is [4], must be from 5 to 65536")
                .hasMessageContaining("[season] is [fortnight], must be auto, none, or a time")
                .hasMessageContaining("[direction] is [up], must be one of [both, above, below]")
                .hasMessageContaining("[gap_policy] is [zeros], must be one of [insert_zeros, skip, keep_values]");
    }

    public void testShouldRefuseARequestWithoutAPath() {
        Assertions.assertThatThrownBy(() -> parse("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[buckets_path] is [[]], must be one path");
    }

    public void testShouldRefuseSeasonsThatAreNoTime() {
        for (String season : List.of("0s", "-1d", "1", "Auto", "", "1.5")) {
            Assertions.assertThatThrownBy(() -> AnomalyParameters.season(season))
                    .as(season)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[season] is [" + season + "], must be auto, none, or a time");
        }
    }

    public void testShouldRefuseNotANumberAsSensitivity() {
        Assertions.assertThatThrownBy(() -> parse("""
                        {"buckets_path": "h>m", "sensitivity": "NaN"}"""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[sensitivity] is [NaN]");
    }

    public void testShouldNameAnUnknownField() {
        Assertions.assertThatThrownBy(() -> parse("""
                        {"buckets_path": "h>m", "seasons": "1d"}"""))
                .isInstanceOf(XContentParseException.class)
                .hasMessageContaining("[anomaly] unknown field [seasons] did you mean [season]?");
    }

    public void testShouldNameAFieldOfTheWrongType() {
        Assertions.assertThatThrownBy(() -> parse("""
                        {"buckets_path": "h>m", "min_history": {"value": 5}}"""))
                .isInstanceOf(XContentParseException.class)
                .hasMessageContaining("min_history");
    }

    public void testShouldRefuseALayoutOfANewerRelease() throws IOException {
        try (BytesStreamOutput out = new BytesStreamOutput()) {
            out.writeVInt(WireVersion.CURRENT + 1);

            Assertions.assertThatThrownBy(() -> WireVersion.read(out.bytes().streamInput(), "anomaly"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in layout 2, this node knows layouts 1 to 1")
                    .hasMessageContaining("install the same release of the weir plugin on every node");
        }
    }

    private AnomalyAggregationBuilder parse(String body) throws IOException {
        try (XContentParser parser = createParser(JsonXContent.jsonXContent, body)) {
            parser.nextToken();
            return AnomalyRequestParser.parse(parser, "odd");
        }
    }
}
