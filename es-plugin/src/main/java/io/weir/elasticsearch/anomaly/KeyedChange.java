package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.ChangePoint;
import java.io.IOException;
import java.util.Locale;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * A change point, its interval named by key.
 *
 * @param key of the first bucket after the change
 * @param kind what changed, in lower case
 * @param before typical value before
 * @param after typical value after
 * @param pValue probability of such a change by chance
 * @param reason one sentence
 */
record KeyedChange(double key, String kind, double before, double after, double pValue, String reason)
        implements Writeable {

    static KeyedChange of(ChangePoint found, double[] keys) {
        return new KeyedChange(
                keys[found.index()],
                found.kind().name().toLowerCase(Locale.ROOT),
                found.before(),
                found.after(),
                found.pValue(),
                found.reason());
    }

    static KeyedChange readFrom(StreamInput in) throws IOException {
        return new KeyedChange(
                in.readDouble(), in.readString(), in.readDouble(), in.readDouble(), in.readDouble(), in.readString());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeDouble(key);
        out.writeString(kind);
        out.writeDouble(before);
        out.writeDouble(after);
        out.writeDouble(pValue);
        out.writeString(reason);
    }

    void write(XContentBuilder builder, KeyFormat keys) throws IOException {
        builder.startObject();
        keys.write(builder, AnomalyFields.KEY, key);
        builder.field(AnomalyFields.KIND, kind);
        Numbers.write(builder, AnomalyFields.BEFORE, before);
        Numbers.write(builder, AnomalyFields.AFTER, after);
        Numbers.write(builder, AnomalyFields.P_VALUE, pValue);
        builder.field(AnomalyFields.REASON, reason);
        builder.endObject();
    }
}
