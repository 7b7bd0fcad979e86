package io.weir.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;

/**
 * Results as JSON, both ways. Layout: {@code docs/contracts/evaluation.schema.json}; this package and that file change
 * together, and a test holds one against the other. Lists are capped; of slices, which come in order of interest, only as
 * many are written as fit into {@link StrictJson#MAX_BYTES}.
 */
public final class EvaluationJson {
    /** Of the layout; raised when a reader of the old one would misread the new one. */
    public static final int VERSION = 1;

    private EvaluationJson() {}

    /**
     * A result as bytes.
     *
     * @throws InvalidJsonException if it is too long even without slices
     */
    public static byte[] write(Evaluation evaluation) {
        ObjectNode tree = EvaluationWriter.write(evaluation);
        byte[] document = StrictJson.write(tree);
        while (document.length > StrictJson.MAX_BYTES
                && !tree.withArray("slices").isEmpty()) {
            ArrayNode slices = tree.withArray("slices");
            for (int left = slices.size() / 2; slices.size() > left; ) {
                slices.remove(slices.size() - 1);
            }
            document = StrictJson.write(tree);
        }
        if (document.length > StrictJson.MAX_BYTES) {
            throw new InvalidJsonException(
                    "the evaluation result has " + document.length + " bytes without slices, the limit is "
                            + StrictJson.MAX_BYTES + "; ask for fewer thresholds or fairness attributes");
        }
        return document;
    }

    /**
     * Reads a result, trusting nothing: it comes from an agent.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static Evaluation read(byte[] document) {
        return EvaluationReader.read(StrictJson.parseObject(document, "evaluation result"));
    }
}
