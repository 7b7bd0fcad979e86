package io.weir.elasticsearch.drift;

import java.io.IOException;
import java.util.Locale;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;

/** As what the values of a field are read. The reference says it, so that all shards read alike. Travels by name. */
enum Reading implements Writeable {
    /** As numbers; times as milliseconds since 1970. */
    NUMBERS,
    /** As categories, numbers by their text. */
    CATEGORIES,
    /** Not at all, only whether there is one: the reference is masked. */
    PRESENCE,
    /** As the field's own type has it: the reference does not say. */
    BY_TYPE;

    static Reading readFrom(StreamInput in) throws IOException {
        return valueOf(in.readString().toUpperCase(Locale.ROOT));
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeString(name().toLowerCase(Locale.ROOT));
    }
}
