package io.weir.elasticsearch.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.drift.DriftSettings;
import io.weir.drift.DriftSettingsReader;
import io.weir.drift.DriftSettingsWriter;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.util.List;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.io.stream.Writeable;
import org.elasticsearch.xcontent.ToXContentFragment;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * What is compared with what, and how.
 *
 * @param fields at least one, each column once
 * @param reference what they are compared with
 * @param settings how they are judged, by column name
 */
record DriftRequest(List<ComparedField> fields, DriftReference reference, DriftSettings settings)
        implements Writeable, ToXContentFragment {
    /** A search with more is a mistake: each holds sketches of some kilobytes in every bucket. */
    static final int MAX_FIELDS = 1_000;

    private static final int MAX_SETTINGS = 8 << 20;

    DriftRequest {
        fields = List.copyOf(fields);
    }

    static DriftRequest readFrom(StreamInput in) throws IOException {
        List<ComparedField> fields = in.readCollectionAsList(ComparedField::readFrom);
        DriftReference reference = DriftReference.readFrom(in);
        ObjectNode settings = StrictJson.parseObject(in.readByteArray(), "settings of drift", MAX_SETTINGS);
        return new DriftRequest(fields, reference, DriftSettingsReader.read(new JsonFields(settings, "")));
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeCollection(fields);
        reference.writeTo(out);
        out.writeByteArray(StrictJson.write(DriftSettingsWriter.write(settings)));
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
        builder.startArray(DriftFields.FIELDS);
        for (ComparedField field : fields) {
            builder.startObject()
                    .field(DriftFields.FIELD, field.field())
                    .field(DriftFields.COLUMN, field.column())
                    .endObject();
        }
        builder.endArray();
        builder.startObject(DriftFields.REFERENCE);
        reference.toXContent(builder, params);
        builder.endObject();
        NodeXContent.writeFields(builder, DriftSettingsWriter.write(settings));
        return builder;
    }
}
