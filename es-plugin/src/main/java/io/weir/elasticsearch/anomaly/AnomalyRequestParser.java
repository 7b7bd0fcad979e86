package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalySettings;
import java.io.IOException;
import java.util.List;
import org.elasticsearch.xcontent.ObjectParser;
import org.elasticsearch.xcontent.ParseField;
import org.elasticsearch.xcontent.XContentParser;

/**
 * Reads the body of an {@code anomaly} aggregation. Values are checked after parsing, all at once, because what is thrown
 * inside the server's object parser reaches the user as "failed to parse field" only.
 */
final class AnomalyRequestParser {

    /** The most buckets that a server returns by default: whoever asks for more history has mistyped. */
    static final int MOST_HISTORY = 65_536;

    private static final ObjectParser<Draft, Void> PARSER =
            new ObjectParser<>(AnomalyAggregationBuilder.NAME, Draft::new);

    static {
        PARSER.declareStringArray((draft, paths) -> draft.paths = paths, new ParseField(AnomalyFields.BUCKETS_PATH));
        PARSER.declareString((draft, text) -> draft.season = text, new ParseField(AnomalyFields.SEASON));
        PARSER.declareDouble((draft, value) -> draft.sensitivity = value, new ParseField(AnomalyFields.SENSITIVITY));
        PARSER.declareString((draft, text) -> draft.direction = text, new ParseField(AnomalyFields.DIRECTION));
        PARSER.declareInt((draft, value) -> draft.minHistory = value, new ParseField(AnomalyFields.MIN_HISTORY));
        PARSER.declareString((draft, text) -> draft.gapPolicy = text, new ParseField(AnomalyFields.GAP_POLICY));
    }

    private AnomalyRequestParser() {}

    /**
     * Reads one aggregation.
     *
     * @param parser at the start of the body
     * @param name what the request calls the aggregation
     * @throws IllegalArgumentException naming every field that is missing or out of range, with its value and the range
     */
    static AnomalyAggregationBuilder parse(XContentParser parser, String name) throws IOException {
        return PARSER.parse(parser, null).build(name);
    }

    /** A request as it was written, not yet checked. */
    private static final class Draft {
        private List<String> paths = List.of();
        private String season = AnomalyParameters.text(AnomalySettings.DEFAULT.season());
        private String direction = AnomalyParameters.text(AnomalySettings.DEFAULT.direction());
        private String gapPolicy = AnomalyParameters.DEFAULT.gapPolicy().getName();
        private double sensitivity = AnomalySettings.DEFAULT_SENSITIVITY;
        private int minHistory = AnomalySettings.DEFAULT_MIN_HISTORY;

        AnomalyAggregationBuilder build(String name) {
            Problems problems = new Problems();
            problems.refuseIf(
                    paths.size() != 1,
                    AnomalyFields.BUCKETS_PATH,
                    paths,
                    "must be one path such as per_minute>latency.95");
            problems.refuseIf(
                    !(sensitivity > 0 && sensitivity <= 1),
                    AnomalyFields.SENSITIVITY,
                    sensitivity,
                    "must be above 0 and at most 1");
            problems.refuseIf(
                    minHistory < AnomalySettings.LEAST_HISTORY || minHistory > MOST_HISTORY,
                    AnomalyFields.MIN_HISTORY,
                    minHistory,
                    "must be from " + AnomalySettings.LEAST_HISTORY + " to " + MOST_HISTORY);
            AnomalyParameters standard = AnomalyParameters.DEFAULT;
            var chosenSeason = problems.parse(
                    season, AnomalyParameters::season, standard.settings().season());
            var chosenDirection = problems.parse(
                    direction, AnomalyParameters::direction, standard.settings().direction());
            var chosenPolicy = problems.parse(gapPolicy, AnomalyParameters::gapPolicy, standard.gapPolicy());
            problems.throwIfAny(AnomalyAggregationBuilder.NAME, name);
            AnomalySettings settings = new AnomalySettings(chosenSeason, sensitivity, chosenDirection, minHistory);
            return new AnomalyAggregationBuilder(name, paths.getFirst(), new AnomalyParameters(settings, chosenPolicy));
        }
    }
}
