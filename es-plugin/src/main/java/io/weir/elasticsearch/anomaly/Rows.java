package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * One row per bucket, held as columns of the same length: some 60 bytes a row. NaN is "none".
 *
 * @param keys start of each bucket
 * @param docCounts documents in each
 * @param values the metric of each
 * @param scores unusualness of each, in [0,1]
 * @param expected what was expected of each
 * @param lower lower end of the expected band
 * @param upper upper end of the expected band
 * @param anomalous the rows that are part of an anomalous stretch
 */
record Rows(
        double[] keys,
        long[] docCounts,
        double[] values,
        double[] scores,
        double[] expected,
        double[] lower,
        double[] upper,
        BitSet anomalous)
        implements Writeable {

    /** Reads the columns in the order in which {@link #writeTo} writes them. */
    static Rows readFrom(StreamInput in) throws IOException {
        return new Rows(
                in.readDoubleArray(),
                in.readLongArray(),
                in.readDoubleArray(),
                in.readDoubleArray(),
                in.readDoubleArray(),
                in.readDoubleArray(),
                in.readDoubleArray(),
                BitSet.valueOf(in.readLongArray()));
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeDoubleArray(keys);
        out.writeLongArray(docCounts);
        out.writeDoubleArray(values);
        out.writeDoubleArray(scores);
        out.writeDoubleArray(expected);
        out.writeDoubleArray(lower);
        out.writeDoubleArray(upper);
        out.writeLongArray(anomalous.toLongArray());
    }

    int size() {
        return keys.length;
    }

    /** The highest score, NaN if there is none. */
    double maxScore() {
        return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).max().orElse(Double.NaN);
    }

    /** The score of the last row, NaN if it has none or there is no row. */
    double lastScore() {
        return size() == 0 ? Double.NaN : scores[size() - 1];
    }

    void write(XContentBuilder builder, KeyFormat format) throws IOException {
        builder.startArray(AnomalyFields.BUCKETS);
        for (int i = 0; i < size(); i++) {
            builder.startObject();
            format.write(builder, AnomalyFields.KEY, keys[i]);
            builder.field(AnomalyFields.DOC_COUNT, docCounts[i]);
            Numbers.write(builder, AnomalyFields.VALUE, values[i]);
            Numbers.write(builder, AnomalyFields.SCORE, scores[i]);
            Numbers.write(builder, AnomalyFields.EXPECTED, expected[i]);
            Numbers.write(builder, AnomalyFields.LOWER, lower[i]);
            Numbers.write(builder, AnomalyFields.UPPER, upper[i]);
            builder.field(AnomalyFields.ANOMALOUS, anomalous.get(i));
            builder.endObject();
        }
        builder.endArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rows that
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(docCounts, that.docCounts)
                && Arrays.equals(values, that.values)
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(expected, that.expected)
                && Arrays.equals(lower, that.lower)
                && Arrays.equals(upper, that.upper)
                && anomalous.equals(that.anomalous);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(keys), Arrays.hashCode(values), Arrays.hashCode(scores));
    }
}
