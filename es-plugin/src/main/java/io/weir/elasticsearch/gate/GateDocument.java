package io.weir.elasticsearch.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.gate.GateJson;
import io.weir.gate.GateResult;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;

/** A gate's result in its index: the contract's document below {@code weir.gate}, under the time at which the gate began. */
final class GateDocument {
    private GateDocument() {}

    static ObjectNode write(GateResult result) {
        ObjectNode node = StrictJson.object()
                .put("@timestamp", result.startedAt().toString())
                .put("message", result.reason());
        node.putObject("weir").set("gate", GateJson.toNode(result));
        return node;
    }

    /**
     * The result in a document.
     *
     * @throws InvalidJsonException if somebody else wrote it
     */
    static ObjectNode read(ObjectNode source) {
        ObjectNode gate = new JsonFields(source, "").object("weir").raw("gate");
        if (gate == null) {
            throw new InvalidJsonException("weir.gate is missing");
        }
        return GateJson.toNode(GateJson.read(gate));
    }
}
