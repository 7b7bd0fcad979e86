package io.weir.elasticsearch.outbox;

import java.io.IOException;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.persistent.PersistentTaskParams;
import org.elasticsearch.xcontent.ObjectParser;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentParser;

/** The outbox' task has no parameters: there is one in a cluster. */
public record OutboxTaskParams() implements PersistentTaskParams {
    /** Name of the task and of its parameters in the cluster state. */
    public static final String NAME = "weir/outbox";

    /** Id of the task. */
    public static final String TASK_ID = "weir-outbox";

    private static final ObjectParser<OutboxTaskParams, Void> PARSER =
            new ObjectParser<>(NAME, true, OutboxTaskParams::new);

    /** Reads the cluster state on disk. */
    public static OutboxTaskParams parse(XContentParser parser) {
        return PARSER.apply(parser, null);
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {}

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
        return builder.startObject().endObject();
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
