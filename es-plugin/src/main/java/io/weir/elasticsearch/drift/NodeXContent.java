package io.weir.elasticsearch.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.elasticsearch.xcontent.XContentBuilder;

/** Writes the library's trees in whatever format the server answers. */
final class NodeXContent {
    private NodeXContent() {}

    /** The fields of an object, into the object that is open. */
    static void writeFields(XContentBuilder builder, ObjectNode object) throws IOException {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            builder.field(field.getKey());
            write(builder, field.getValue());
        }
    }

    private static void write(XContentBuilder builder, JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                builder.startObject();
                writeFields(builder, (ObjectNode) node);
                builder.endObject();
            }
            case ARRAY -> {
                builder.startArray();
                for (JsonNode each : node) {
                    write(builder, each);
                }
                builder.endArray();
            }
            case STRING -> builder.value(node.textValue());
            case BOOLEAN -> builder.value(node.booleanValue());
            case NUMBER -> builder.value(node.numberValue());
            default -> builder.nullValue();
        }
    }
}
