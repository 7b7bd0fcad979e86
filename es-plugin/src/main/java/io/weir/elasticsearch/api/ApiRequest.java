package io.weir.elasticsearch.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.elasticsearch.action.ActionRequest;
import org.elasticsearch.action.ActionRequestValidationException;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.jspecify.annotations.Nullable;

/** The parameters of a path and query, and a JSON body. On the wire: version 1, a map of strings, bytes. */
public final class ApiRequest extends ActionRequest {
    private static final int WIRE_VERSION = 1;

    private final Map<String, String> parameters;
    private final BytesReference body;

    /** A request with those parameters and that body, empty for none. */
    public ApiRequest(Map<String, String> parameters, BytesReference body) {
        this.parameters = Map.copyOf(parameters);
        this.body = body;
    }

    /** Reads a request that another node sent. */
    public ApiRequest(StreamInput in) throws IOException {
        super(in);
        int version = in.readVInt();
        if (version != WIRE_VERSION) {
            throw new IOException("request has wire version " + version + ", this node reads " + WIRE_VERSION);
        }
        this.parameters = Map.copyOf(in.readMap(StreamInput::readString));
        this.body = in.readBytesReference();
    }

    /** A request without a body. */
    public static ApiRequest of(Map<String, String> parameters) {
        return new ApiRequest(parameters, BytesArray.EMPTY);
    }

    /** A parameter that the route demands. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new InvalidJsonException("parameter " + name + " is missing");
        }
        return value;
    }

    /** A parameter that may be absent. */
    public @Nullable String optional(String name) {
        return parameters.get(name);
    }

    /** A whole number within a range. */
    public int number(String name, int otherwise, int min, int max) {
        String value = parameters.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new InvalidJsonException(
                "parameter " + name + " is '" + value + "', must be a whole number from " + min + " to " + max);
    }

    /** A comma-separated parameter, each value out of {@code allowed}; empty if absent. */
    public Set<String> oneOf(String name, Set<String> allowed) {
        Set<String> values = new TreeSet<>();
        for (String value : parameters.getOrDefault(name, "").split(",", -1)) {
            if (!value.isEmpty() && !allowed.contains(value)) {
                throw new InvalidJsonException("parameter " + name + " has '" + value + "', must be of "
                        + String.join(", ", new TreeSet<>(allowed)));
            }
            values.add(value);
        }
        values.remove("");
        return values;
    }

    /** Whether there is a body at all. */
    public boolean hasBody() {
        return body.length() > 0;
    }

    /** How long the body is. */
    public int bodyBytes() {
        return body.length();
    }

    /** The body as a tree; an absent one is an empty object. */
    public ObjectNode body() {
        return hasBody() ? StrictJson.parseObject(BytesReference.toBytes(body), "request body") : StrictJson.object();
    }

    /** A body that may be larger than others. */
    public ObjectNode body(int maxBytes) {
        return StrictJson.parseObject(BytesReference.toBytes(body), "request body", maxBytes);
    }

    /** The body, to be taken apart. */
    public JsonFields fields() {
        return new JsonFields(body(), "");
    }

    @Override
    public @Nullable ActionRequestValidationException validate() {
        return null;
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        super.writeTo(out);
        out.writeVInt(WIRE_VERSION);
        out.writeMap(parameters, StreamOutput::writeString);
        out.writeBytesReference(body);
    }
}
