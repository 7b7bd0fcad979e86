package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import org.elasticsearch.xcontent.XContentBuilder;

/** Numbers in JSON, which has no NaN. */
final class Numbers {
    private Numbers() {}

    /** Writes a number, or null where there is none, so that every row has the same columns. */
    static void write(XContentBuilder builder, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            builder.field(field, value);
        } else {
            builder.nullField(field);
        }
    }
}
