package io.weir.elasticsearch.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OrdinaryIndex;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.store.Write;
import io.weir.gate.GateJson;
import io.weir.gate.GateResult;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.util.regex.Pattern;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.rest.RestStatus;

/** What callers may ask of gates. */
public final class GateOperations {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final Documents documents;
    private final OrdinaryIndex index;
    private final GateSearch search;

    GateOperations(Documents documents, OrdinaryIndex index) {
        this.documents = documents;
        this.index = index;
        this.search = new GateSearch(documents);
    }

    ApiResponse put(ApiRequest request) {
        String id = id(request);
        GateResult result = GateJson.read(request.body());
        if (!result.id().equals(id)) {
            throw new InvalidJsonException(
                    "id is '" + result.id() + "', but the path says '" + id + "'; both must be the same");
        }
        index.ensure();
        boolean created = documents
                .write(Write.create(OwnIndices.GATES, id, GateDocument.write(result)), RefreshPolicy.NONE)
                .done();
        if (!created && !find(id).equals(GateJson.toNode(result))) {
            throw new ElasticsearchStatusException(
                    "gate " + id + " is there with another content, and results never change; give each run its own id",
                    RestStatus.CONFLICT);
        }
        ObjectNode answer = StrictJson.object().put("id", id).put("result", created ? "created" : "unchanged");
        return ApiResponse.of(created ? RestStatus.CREATED : RestStatus.OK, answer);
    }

    ApiResponse get(ApiRequest request) {
        return ApiResponse.ok(find(id(request)));
    }

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(search.list(request));
    }

    private ObjectNode find(String id) {
        StoredDocument document = documents
                .get(OwnIndices.GATES, id)
                .orElseThrow(() -> new ResourceNotFoundException("there is no gate " + id));
        return GateDocument.read(document.source());
    }

    private static String id(ApiRequest request) {
        String id = request.parameter("id");
        if (!ID.matcher(id).matches()) {
            throw new InvalidJsonException("id is '" + (id.length() > 150 ? id.substring(0, 150) + "…" : id)
                    + "', must be 1 to 128 characters of A-Z a-z 0-9 . _ -");
        }
        return id;
    }
}
