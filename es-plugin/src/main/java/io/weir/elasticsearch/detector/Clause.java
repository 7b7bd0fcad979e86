package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One metric that a detector watches, and when it is trouble.
 *
 * @param name name of the metric; also that of its aggregation
 * @param aggregation one aggregation in the server's own language, as written
 * @param path leads from the aggregation to a number: empty, a key such as {@code 95.0}, or {@code >sub>path}
 * @param condition when a value is trouble
 * @param runs observed intervals in a row that must be trouble before an incident opens
 * @param severity how bad it is, or null to take it from the condition
 */
public record Clause(
        String name,
        ObjectNode aggregation,
        String path,
        Condition condition,
        int runs,
        @Nullable Severity severity) {

    /** The path from a bucket to the number, in the language of {@code buckets_path}. */
    String bucketsPath() {
        if (path.isEmpty()) {
            return name;
        }
        return path.startsWith(">") ? name + path : name + "[" + path + "]";
    }
}
