package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Direction;
import io.weir.anomaly.Season;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;
import org.elasticsearch.xcontent.ToXContentFragment;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * What a request says of how to look at the series.
 *
 * @param settings season, sensitivity, direction and history, in range
 * @param gapPolicy what an empty bucket stands for
 */
public record AnomalyParameters(AnomalySettings settings, GapPolicy gapPolicy)
        implements Writeable, ToXContentFragment {
    /** What is used where a request says nothing: an empty bucket is a gap, not a zero. */
    public static final AnomalyParameters DEFAULT = new AnomalyParameters(AnomalySettings.DEFAULT, GapPolicy.SKIP);

    private static final String AUTO = "auto";
    private static final String NONE = "none";

    /**
     * Reads what {@link #writeTo} wrote. Enumerations travel by name, so that the shared model may reorder its own.
     *
     * @param in positioned at the parameters
     */
    static AnomalyParameters readFrom(StreamInput in) throws IOException {
        Season season = season(in.readString());
        double sensitivity = in.readDouble();
        Direction direction = direction(in.readString());
        int minHistory = in.readVInt();
        return new AnomalyParameters(
                new AnomalySettings(season, sensitivity, direction, minHistory), GapPolicy.readFrom(in));
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeString(text(settings.season()));
        out.writeDouble(settings.sensitivity());
        out.writeString(text(settings.direction()));
        out.writeVInt(settings.minHistory());
        gapPolicy.writeTo(out);
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
        builder.field(AnomalyFields.SEASON, text(settings.season()));
        builder.field(AnomalyFields.SENSITIVITY, settings.sensitivity());
        builder.field(AnomalyFields.DIRECTION, text(settings.direction()));
        builder.field(AnomalyFields.MIN_HISTORY, settings.minHistory());
        builder.field(AnomalyFields.GAP_POLICY, gapPolicy.getName());
        return builder;
    }

    /**
     * The season of a request.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    static Season season(String text) {
        if (text.equals(AUTO)) {
            return Season.AUTO;
        }
        if (text.equals(NONE)) {
            return Season.NONE;
        }
        try {
            return Season.of(
                    TimeValue.parseTimeValue(text, AnomalyFields.SEASON).millis());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Problems.refusal(
                            AnomalyFields.SEASON, text, "must be auto, none, or a time of at least 1ms such as 1d"),
                    e);
        }
    }

    /**
     * The direction of a request.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    static Direction direction(String text) {
        for (Direction direction : Direction.values()) {
            if (text(direction).equals(text)) {
                return direction;
            }
        }
        List<String> known =
                Arrays.stream(Direction.values()).map(AnomalyParameters::text).toList();
        throw new IllegalArgumentException(Problems.refusal(AnomalyFields.DIRECTION, text, "must be one of " + known));
    }

    /**
     * The gap policy of a request.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    static GapPolicy gapPolicy(String text) {
        for (GapPolicy policy : GapPolicy.values()) {
            if (policy.getName().equals(text)) {
                return policy;
            }
        }
        String known = Arrays.stream(GapPolicy.values()).map(GapPolicy::getName).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                Problems.refusal(AnomalyFields.GAP_POLICY, text, "must be one of [" + known + "]"));
    }

    static String text(Season season) {
        return switch (season.mode()) {
            case AUTO -> AUTO;
            case NONE -> NONE;
            case GIVEN -> season.periodMillis() + "ms";
        };
    }

    static String text(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
