package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalousStretch;
import io.weir.incident.Severity;
import java.io.IOException;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * An anomalous stretch, its intervals named by key.
 *
 * @param from key of its first bucket
 * @param to key of its last bucket, inclusive
 * @param peak key of the bucket with the highest score
 * @param peakScore that score
 * @param severity how bad it is
 * @param reason one sentence
 */
record KeyedStretch(double from, double to, double peak, double peakScore, Severity severity, String reason)
        implements Writeable {

    static KeyedStretch of(AnomalousStretch found, double[] keys) {
        return new KeyedStretch(
                keys[found.from()],
                keys[found.to()],
                keys[found.peak()],
                found.peakScore(),
                found.severity(),
                found.reason());
    }

    static KeyedStretch readFrom(StreamInput in) throws IOException {
        return new KeyedStretch(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                Severity.of(in.readString()),
                in.readString());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeDouble(from);
        out.writeDouble(to);
        out.writeDouble(peak);
        out.writeDouble(peakScore);
        out.writeString(severity.id());
        out.writeString(reason);
    }

    void write(XContentBuilder builder, KeyFormat keys) throws IOException {
        builder.startObject();
        keys.write(builder, AnomalyFields.FROM, from);
        keys.write(builder, AnomalyFields.TO, to);
        keys.write(builder, AnomalyFields.PEAK, peak);
        Numbers.write(builder, AnomalyFields.PEAK_SCORE, peakScore);
        builder.field(AnomalyFields.SEVERITY, severity.id());
        builder.field(AnomalyFields.REASON, reason);
        builder.endObject();
    }
}
