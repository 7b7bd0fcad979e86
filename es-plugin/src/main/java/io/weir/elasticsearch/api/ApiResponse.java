package io.weir.elasticsearch.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.io.IOException;
import org.elasticsearch.action.ActionResponse;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.rest.RestStatus;

/** A status and a JSON document. On the wire: version 1, the status, bytes. */
public final class ApiResponse extends ActionResponse {
    private static final int WIRE_VERSION = 1;

    private final RestStatus status;
    private final BytesReference json;

    private ApiResponse(RestStatus status, BytesReference json) {
        this.status = status;
        this.json = json;
    }

    /** Reads a response that another node sent. */
    public ApiResponse(StreamInput in) throws IOException {
        int version = in.readVInt();
        if (version != WIRE_VERSION) {
            throw new IOException("response has wire version " + version + ", this node reads " + WIRE_VERSION);
        }
        this.status = RestStatus.readFrom(in);
        this.json = in.readBytesReference();
    }

    /** 200 and a document. */
    public static ApiResponse ok(ObjectNode document) {
        return of(RestStatus.OK, document);
    }

    /** A status and a document. */
    public static ApiResponse of(RestStatus status, ObjectNode document) {
        return new ApiResponse(status, new BytesArray(StrictJson.write(document)));
    }

    /** The HTTP status. */
    public RestStatus status() {
        return status;
    }

    /** The document. */
    public BytesReference json() {
        return json;
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
        out.writeVInt(WIRE_VERSION);
        RestStatus.writeTo(out, status);
        out.writeBytesReference(json);
    }
}
