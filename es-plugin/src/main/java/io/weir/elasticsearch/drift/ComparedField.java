package io.weir.elasticsearch.drift;

import java.io.IOException;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;

/**
 * A field and what it is compared with.
 *
 * @param field name in the index
 * @param column name in the reference, and in the answer
 */
record ComparedField(String field, String column) implements Writeable {
    static ComparedField readFrom(StreamInput in) throws IOException {
        return new ComparedField(in.readString(), in.readString());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeString(field);
        out.writeString(column);
    }
}
