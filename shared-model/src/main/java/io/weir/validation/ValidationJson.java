package io.weir.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.schema.Gravity;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * Results as JSON, form 1, per {@code docs/contracts/validation-result.schema.json}. Reading is strict, because what is read may
 * come from a machine that is not trusted.
 *
 * <p>Written are at most {@value #MAX_RESULTS} results, those that failed first, so that a document stays within what
 * {@link StrictJson} takes; {@code checks} counts them all.
 */
public final class ValidationJson {
    /** Most results in a document. */
    public static final int MAX_RESULTS = 500;

    private static final int FORM = 1;
    private static final int MAX_NAME = 300;
    private static final int MAX_REASON = 1_000;
    private static final int MAX_COLUMNS = 64;
    private static final int MAX_EXAMPLES = 5;
    private static final int MAX_VALUE = 220;

    private ValidationJson() {}

    /** The result as a tree. */
    public static ObjectNode write(ValidationResult result) {
        ObjectNode tree = StrictJson.object();
        tree.put("weir_validation", FORM);
        tree.put("schema", cut(result.schema(), MAX_NAME));
        tree.put("rows", result.rows());
        tree.put("columns", result.columns());
        tree.put("checks", result.results().size());
        tree.put("failures_left_out", result.failuresLeftOut());
        if (result.failureFile() != null) {
            tree.put("failure_file", cut(result.failureFile(), MAX_NAME));
        }
        ArrayNode results = tree.putArray("results");
        result.results().stream()
                .sorted(Comparator.comparing((CheckResult one) -> one.verdict() != Verdict.FAILED)
                        .thenComparing(CheckResult::gravity))
                .limit(MAX_RESULTS)
                .forEach(one -> write(one, results.addObject()));
        while (StrictJson.write(tree).length > StrictJson.MAX_BYTES / 2) {
            // Long names in every result: half of them still say what is wrong.
            for (int keep = results.size() / 2; results.size() > keep; ) {
                results.remove(results.size() - 1);
            }
        }
        return tree;
    }

    private static void write(CheckResult result, ObjectNode node) {
        node.put("name", cut(result.name(), MAX_NAME));
        ArrayNode columns = node.putArray("columns");
        result.columns().stream().limit(MAX_COLUMNS).forEach(column -> columns.add(cut(column, MAX_NAME)));
        node.put("severity", result.gravity().id());
        node.put("verdict", result.verdict().id());
        node.put("considered", result.considered());
        node.put("failing", result.failing());
        if (result.observed() != null) {
            node.put("observed", cut(result.observed(), MAX_NAME));
        }
        node.put("reason", cut(result.reason(), MAX_REASON));
        ArrayNode examples = node.putArray("examples");
        result.examples().stream().limit(MAX_EXAMPLES).forEach(example -> {
            ObjectNode one = examples.addObject();
            one.put("file", cut(example.file(), MAX_NAME));
            one.put("row", example.row());
            if (example.value() != null) {
                one.put("value", cut(example.value(), MAX_VALUE));
            }
        });
    }

    /**
     * Reads a result; {@link ValidationResult#results} has what was written of them.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static ValidationResult read(JsonFields fields) {
        fields.integer("weir_validation", FORM, FORM);
        long checks = fields.integer("checks", 0, Integer.MAX_VALUE);
        ValidationResult result = new ValidationResult(
                fields.text("schema", MAX_NAME),
                fields.integer("rows", 0, Long.MAX_VALUE),
                (int) fields.integer("columns", 0, Integer.MAX_VALUE),
                fields.objects("results", MAX_RESULTS, ValidationJson::readResult),
                fields.optionalText("failure_file", MAX_NAME),
                fields.integer("failures_left_out", 0, Long.MAX_VALUE));
        if (checks < result.results().size()) {
            throw new InvalidJsonException("checks is " + checks + ", must be at least the number of results, "
                    + result.results().size());
        }
        fields.end();
        return result;
    }

    private static CheckResult readResult(JsonFields fields) {
        long considered = fields.integer("considered", 0, Long.MAX_VALUE);
        return new CheckResult(
                fields.text("name", MAX_NAME),
                fields.texts("columns", MAX_COLUMNS, MAX_NAME),
                fields.parsed("severity", MAX_NAME, Gravity::of),
                fields.parsed("verdict", MAX_NAME, Verdict::of),
                considered,
                fields.integer("failing", 0, considered),
                fields.optionalText("observed", MAX_NAME),
                fields.text("reason", MAX_REASON),
                new ArrayList<>(fields.objects("examples", MAX_EXAMPLES, ValidationJson::readExample)));
    }

    private static Example readExample(JsonFields fields) {
        return new Example(
                fields.text("file", MAX_NAME),
                fields.integer("row", 1, Long.MAX_VALUE),
                fields.optionalText("value", MAX_VALUE));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
