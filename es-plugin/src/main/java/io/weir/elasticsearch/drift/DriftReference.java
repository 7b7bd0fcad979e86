package io.weir.elasticsearch.drift;

import io.weir.elasticsearch.profile.ProfileReference;
import java.io.IOException;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.xcontent.ToXContentFragment;
import org.elasticsearch.xcontent.XContentBuilder;

/** What live documents are compared with. On the wire: a byte for its kind, then its content. */
sealed interface DriftReference extends Writeable, ToXContentFragment {
    /**
     * A profile in the store.
     *
     * @param reference its name and version or alias
     */
    record Stored(ProfileReference reference) implements DriftReference {
        @Override
        public void writeTo(StreamOutput out) throws IOException {
            out.writeByte((byte) 0);
            out.writeString(reference.toString());
        }

        @Override
        public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
            return builder.field(DriftFields.PROFILE, reference.toString());
        }
    }

    /**
     * Other documents of the searched indices, whatever the search's own query says.
     *
     * @param query which documents
     */
    record Documents(QueryBuilder query) implements DriftReference {
        @Override
        public void writeTo(StreamOutput out) throws IOException {
            out.writeByte((byte) 1);
            out.writeNamedWriteable(query);
        }

        @Override
        public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
            return builder.field(DriftFields.QUERY, query, params);
        }
    }

    /** Nothing: sketches are gathered and not judged, as the reference of another search. */
    record None() implements DriftReference {
        @Override
        public void writeTo(StreamOutput out) throws IOException {
            out.writeByte((byte) 2);
        }

        @Override
        public XContentBuilder toXContent(XContentBuilder builder, Params params) {
            return builder;
        }
    }

    static DriftReference readFrom(StreamInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 0 -> new Stored(ProfileReference.parse(in.readString()));
            case 1 -> new Documents(in.readNamedWriteable(QueryBuilder.class));
            case 2 -> new None();
            default ->
                throw new IOException("reference has kind " + kind + ", this node knows 0 to 2; install the same "
                        + "release of the weir plugin on every node");
        };
    }
}
