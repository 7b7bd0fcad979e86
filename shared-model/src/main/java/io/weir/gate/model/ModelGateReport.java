package io.weir.gate.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.gate.GateData;
import io.weir.gate.GateParts;
import io.weir.gate.GateReference;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a gate for models found, without a verdict: that is given by whoever trusts its rule. It goes from an agent to the
 * controller as two documents, {@linkplain #facts()} and {@linkplain EvaluationJson the evaluation}.
 *
 * @param data what was looked at
 * @param baseline where that came from, or null if there was none
 * @param evaluation what came of the test
 */
public record ModelGateReport(GateData data, @Nullable GateReference baseline, Evaluation evaluation) {
    private static final int VERSION = 1;

    /** What is not in the evaluation, as JSON: {@code version, data, baseline?}. */
    public byte[] facts() {
        ObjectNode node = StrictJson.object().put("version", VERSION);
        GateParts.write(node.putObject("data"), data);
        if (baseline != null) {
            GateParts.write(node.putObject("baseline"), baseline);
        }
        return StrictJson.write(node);
    }

    /**
     * Reads both documents, trusting nothing: they come from an agent.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static ModelGateReport read(byte[] facts, byte[] evaluation) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(facts, "report of a gate"), "");
        fields.integer("version", VERSION, VERSION);
        GateData data = GateParts.data(fields.object("data"));
        GateReference baseline = fields.has("baseline") ? GateParts.reference(fields.object("baseline")) : null;
        fields.end();
        Evaluation read = EvaluationJson.read(evaluation);
        if (read.rows() > data.rows()) {
            throw new InvalidJsonException(String.format(
                    Locale.ROOT, "the evaluation is of %d rows, the data have %d", read.rows(), data.rows()));
        }
        return new ModelGateReport(data, baseline, read);
    }
}
