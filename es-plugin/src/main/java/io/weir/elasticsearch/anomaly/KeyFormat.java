package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * How the keys of a histogram are written: as the histogram itself writes them.
 *
 * @param dates whether they are milliseconds since the epoch, else numbers
 * @param format of the text beside them; the raw format writes none
 */
record KeyFormat(boolean dates, DocValueFormat format) implements Writeable {

    static KeyFormat readFrom(StreamInput in) throws IOException {
        return new KeyFormat(in.readBoolean(), in.readNamedWriteable(DocValueFormat.class));
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeBoolean(dates);
        out.writeNamedWriteable(format);
    }

    /** Writes a key, and its text beside it if it has one. */
    void write(XContentBuilder builder, String field, double key) throws IOException {
        if (format != DocValueFormat.RAW) {
            Object text = dates ? format.format((long) key) : format.format(key);
            builder.field(field + AnomalyFields.AS_STRING, text.toString());
        }
        if (dates) {
            builder.field(field, (long) key);
        } else {
            builder.field(field, key);
        }
    }
}
