package io.weir.elasticsearch.drift;

import io.weir.drift.distance.CategoricalDistribution;
import io.weir.drift.distance.CategoryCounts;
import io.weir.drift.distance.NumericDistribution;
import io.weir.drift.distance.SketchedValues;
import io.weir.drift.distance.SortedValues;
import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import io.weir.sketch.TopValues;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a field: numbers, categories, or neither where the field is not mapped, has no value, or is only looked at
 * for presence. Not changed once made; {@link SketchMerge} puts them together.
 *
 * <p>On the wire: documents, documents with a value, whether the field is mapped, then a byte that says what follows: 0 nothing,
 * 1 a {@link KllSketch} and {@link Moments}, 2 a {@link TopValues}.
 *
 * @param documents looked at
 * @param present documents with a value
 * @param mapped whether an index has the field
 * @param quantiles of the numbers; null if it holds none
 * @param moments likewise
 * @param top of the categories; null if it holds none
 */
record ColumnSketch(
        long documents,
        long present,
        boolean mapped,
        @Nullable KllSketch quantiles,
        @Nullable Moments moments,
        @Nullable TopValues top)
        implements Writeable {
    /** As many values are told apart as in a profile, see {@code docs/profiles.md}. */
    static final int TOP_CAPACITY = 256;

    /** Nothing was looked at. */
    static final ColumnSketch EMPTY = new ColumnSketch(0, 0, true, null, null, null);

    static ColumnSketch numbers(long documents, long present, KllSketch quantiles, Moments moments) {
        return new ColumnSketch(documents, present, true, quantiles, moments, null);
    }

    static ColumnSketch categories(long documents, long present, TopValues top) {
        return new ColumnSketch(documents, present, true, null, null, top);
    }

    static ColumnSketch presence(long documents, long present, boolean mapped) {
        return new ColumnSketch(documents, present, mapped, null, null, null);
    }

    boolean isNumeric() {
        return quantiles != null;
    }

    boolean isCategorical() {
        return top != null;
    }

    /** Documents without a value. */
    long missing() {
        return documents - present;
    }

    NumericDistribution numeric() {
        return quantiles == null || moments == null || quantiles.count() == 0
                ? SortedValues.of(new double[0], missing())
                : SketchedValues.of(quantiles, moments, missing());
    }

    CategoricalDistribution categorical() {
        return top == null
                ? new CategoryCounts(Map.of(), present, missing(), present)
                : CategoryCounts.of(top, missing());
    }

    static ColumnSketch readFrom(StreamInput in) throws IOException {
        long documents = in.readVLong();
        long present = in.readVLong();
        boolean mapped = in.readBoolean();
        byte content = in.readByte();
        DataInputStream data = new DataInputStream(in);
        return switch (content) {
            case 0 -> presence(documents, present, mapped);
            case 1 -> numbers(documents, present, KllSketch.readFrom(data), Moments.readFrom(data));
            case 2 -> categories(documents, present, TopValues.readFrom(data));
            default -> throw new IOException("sketch has content " + content + ", this node knows 0 to 2");
        };
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeVLong(documents);
        out.writeVLong(present);
        out.writeBoolean(mapped);
        DataOutputStream data = new DataOutputStream(out);
        if (quantiles != null && moments != null) {
            out.writeByte((byte) 1);
            quantiles.writeTo(data);
            moments.writeTo(data);
        } else if (top != null) {
            out.writeByte((byte) 2);
            top.writeTo(data);
        } else {
            out.writeByte((byte) 0);
        }
        data.flush();
    }
}
