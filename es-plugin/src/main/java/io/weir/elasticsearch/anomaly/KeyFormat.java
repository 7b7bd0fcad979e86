package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import java.time.ZoneOffset;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.index.mapper.DateFieldMapper;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.InternalMultiBucketAggregation.InternalBucket;
import org.elasticsearch.search.aggregations.bucket.histogram.AbstractHistogramBucket;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * How the keys of a histogram are written: as the histogram itself writes them.
 *
 * @param dates whether they are milliseconds since the epoch, else numbers
 * @param format of the text beside them; the raw format writes none
 */
record KeyFormat(boolean dates, DocValueFormat format) implements Writeable {

    /** What dates are written as where a histogram does not say: ISO 8601 in UTC. */
    private static final DocValueFormat ISO_DATES = new DocValueFormat.DateTime(
            DateFieldMapper.DEFAULT_DATE_TIME_FORMATTER, ZoneOffset.UTC, DateFieldMapper.Resolution.MILLISECONDS);

    /**
     * The format of a histogram's buckets.
     *
     * @param bucket one of them; those of auto_date_histogram come from a module that a plugin cannot link against
     * @param dates whether its key is a time
     */
    static KeyFormat of(InternalBucket bucket, boolean dates) {
        if (bucket instanceof AbstractHistogramBucket known) {
            return new KeyFormat(dates, known.getFormatter());
        }
        return new KeyFormat(dates, dates ? ISO_DATES : DocValueFormat.RAW);
    }

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
