package io.weir.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The confusion matrix and the classes' results as JSON; both are absent where there are none. */
final class ClassesJson {
    private ClassesJson() {}

    static void write(ObjectNode node, Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        if (confusion != null) {
            ObjectNode matrix = node.putObject("confusion");
            ArrayNode names = matrix.putArray("classes");
            confusion.classes().forEach(name -> names.add(EvaluationLimits.cut(name, EvaluationLimits.NAME)));
            ArrayNode rows = matrix.putArray("rows");
            for (List<Long> row : confusion.rows()) {
                ArrayNode counts = rows.addArray();
                row.forEach(counts::add);
            }
        }
        if (!evaluation.classes().isEmpty()) {
            EvaluationWriter.list(
                    node, "classes", evaluation.classes(), ClassResult.MAX_CLASSES, ClassesJson::writeClass);
        }
    }

    private static void writeClass(ObjectNode node, ClassResult result) {
        node.put("name", EvaluationLimits.cut(result.name(), EvaluationLimits.NAME));
        node.put("rows", result.rows());
        EvaluationWriter.list(node, "metrics", result.metrics(), EvaluationLimits.METRICS, EvaluationWriter::metric);
    }

    static ClassResult ofClass(JsonFields fields) {
        return new ClassResult(
                fields.text("name", EvaluationLimits.NAME),
                fields.integer("rows", 0, EvaluationLimits.ROWS),
                fields.objects("metrics", EvaluationLimits.METRICS, EvaluationReader::metric));
    }

    static @Nullable ConfusionMatrix confusion(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        List<String> classes = fields.texts("classes", ConfusionMatrix.MAX_CLASSES, EvaluationLimits.NAME);
        JsonNode given = fields.value("rows");
        fields.end();
        List<List<Long>> rows = new ArrayList<>();
        for (JsonNode row : given == null ? List.<JsonNode>of() : given) {
            rows.add(counts(fields.path("rows") + "[" + rows.size() + "]", row));
        }
        if (rows.size() != classes.size()) {
            throw new InvalidJsonException(fields.path("rows") + " has " + rows.size()
                    + " lists, must be one for each of " + classes.size() + " classes");
        }
        try {
            return new ConfusionMatrix(classes, rows);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path("rows") + ": " + e.getMessage());
        }
    }

    private static List<Long> counts(String path, JsonNode row) {
        List<Long> counts = new ArrayList<>();
        for (JsonNode count : row) {
            if (!count.isIntegralNumber() || count.asLong() < 0 || count.asLong() > EvaluationLimits.ROWS) {
                throw new InvalidJsonException(path + " has " + count + ", must be numbers of rows");
            }
            counts.add(count.longValue());
        }
        return counts;
    }
}
