package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import java.util.List;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * What was found in a series as a whole.
 *
 * @param stretches runs of anomalous buckets, in order
 * @param changePoints all lasting changes, in order
 * @param seasonBuckets buckets in one season that was used, 0 for none
 * @param seasonMillis the same in milliseconds, 0 for none and over numbers
 * @param threshold the score from which a bucket is anomalous
 * @param insufficient true if no bucket could be scored
 * @param reason one sentence on the whole
 */
record AnomalyFindings(
        List<KeyedStretch> stretches,
        List<KeyedChange> changePoints,
        int seasonBuckets,
        long seasonMillis,
        double threshold,
        boolean insufficient,
        String reason)
        implements Writeable {

    static AnomalyFindings readFrom(StreamInput in) throws IOException {
        return new AnomalyFindings(
                in.readCollectionAsList(KeyedStretch::readFrom),
                in.readCollectionAsList(KeyedChange::readFrom),
                in.readVInt(),
                in.readVLong(),
                in.readDouble(),
                in.readBoolean(),
                in.readString());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeCollection(stretches);
        out.writeCollection(changePoints);
        out.writeVInt(seasonBuckets);
        out.writeVLong(seasonMillis);
        out.writeDouble(threshold);
        out.writeBoolean(insufficient);
        out.writeString(reason);
    }

    void write(XContentBuilder builder, KeyFormat keys) throws IOException {
        builder.field(AnomalyFields.INSUFFICIENT, insufficient);
        builder.field(AnomalyFields.REASON, reason);
        writeSeason(builder);
        Numbers.write(builder, AnomalyFields.THRESHOLD, threshold);
        builder.startArray(AnomalyFields.STRETCHES);
        for (KeyedStretch stretch : stretches) {
            stretch.write(builder, keys);
        }
        builder.endArray();
        builder.startArray(AnomalyFields.CHANGE_POINTS);
        for (KeyedChange change : changePoints) {
            change.write(builder, keys);
        }
        builder.endArray();
    }

    private void writeSeason(XContentBuilder builder) throws IOException {
        if (seasonBuckets == 0) {
            builder.nullField(AnomalyFields.SEASON);
            return;
        }
        builder.startObject(AnomalyFields.SEASON);
        builder.field(AnomalyFields.BUCKETS, seasonBuckets);
        if (seasonMillis > 0) {
            builder.field(
                    AnomalyFields.DURATION,
                    TimeValue.timeValueMillis(seasonMillis).toString());
        }
        builder.endObject();
    }
}
