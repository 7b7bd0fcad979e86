package io.weir.elasticsearch.detector;

import java.io.IOException;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.persistent.PersistentTaskParams;
import org.elasticsearch.xcontent.ConstructingObjectParser;
import org.elasticsearch.xcontent.ParseField;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentParser;

/**
 * What the cluster state holds of a running detector: which, and the version of its definition when the task was started.
 * Everything else is read from the detector's document, so that the cluster state stays small and holds no secret.
 *
 * @param detectorId the detector
 * @param version version of its definition
 */
public record DetectorTaskParams(String detectorId, long version) implements PersistentTaskParams {
    /** Name of the task and of its parameters in the cluster state. */
    public static final String NAME = "weir/detector";

    private static final ParseField ID = new ParseField("detector");
    private static final ParseField VERSION = new ParseField("version");
    private static final ConstructingObjectParser<DetectorTaskParams, Void> PARSER = new ConstructingObjectParser<>(
            NAME, true, arguments -> new DetectorTaskParams((String) arguments[0], (Long) arguments[1]));

    static {
        PARSER.declareString(ConstructingObjectParser.constructorArg(), ID);
        PARSER.declareLong(ConstructingObjectParser.constructorArg(), VERSION);
    }

    /** Id of the task that runs a detector. */
    static String taskId(String detectorId) {
        return "weir-detector-" + detectorId;
    }

    /** Reads what {@link #writeTo} wrote. */
    static DetectorTaskParams read(StreamInput in) throws IOException {
        return new DetectorTaskParams(in.readString(), in.readVLong());
    }

    /** Reads the cluster state on disk. */
    static DetectorTaskParams parse(XContentParser parser) {
        return PARSER.apply(parser, null);
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeString(detectorId);
        out.writeVLong(version);
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
        return builder.startObject()
                .field(ID.getPreferredName(), detectorId)
                .field(VERSION.getPreferredName(), version)
                .endObject();
    }

    @Override
    public String getWriteableName() {
        return NAME;
    }

    @Override
    public TransportVersion getMinimalSupportedVersion() {
        return TransportVersion.minimumCompatible();
    }
}
