package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user wrote: what to watch, when it is trouble, whom to tell. Every field is described in
 * {@code docs/detectors.md}; {@link DefinitionParser} holds the ranges.
 *
 * @param index index names and patterns
 * @param query which documents count, in the server's query language, or null for all
 * @param timeField the field that holds a document's time
 * @param intervalMillis length of an interval
 * @param windowMillis how far back the series goes that an interval is judged against
 * @param delayMillis how long to wait for late data after an interval has ended
 * @param groupBy fields whose values make separate series, each with incidents of its own
 * @param maxGroups groups looked at in one run
 * @param clauses the metrics
 * @param matchAll whether every clause must be in trouble, or any
 * @param severity how bad it is, or null to take it from the clauses
 * @param resolveAfter healthy intervals in a row that resolve an incident
 * @param reopenWithinMillis an incident that comes back this soon is reopened instead of a new one opened
 * @param missing what an interval without a value says
 * @param labels for routing
 * @param webhooks names of the webhooks to notify
 * @param enabled whether it runs
 */
public record DetectorDefinition(
        List<String> index,
        @Nullable ObjectNode query,
        String timeField,
        long intervalMillis,
        long windowMillis,
        long delayMillis,
        List<String> groupBy,
        int maxGroups,
        List<Clause> clauses,
        boolean matchAll,
        @Nullable Severity severity,
        int resolveAfter,
        long reopenWithinMillis,
        Missing missing,
        Map<String, String> labels,
        List<String> webhooks,
        boolean enabled) {

    /** Copies the collections. */
    public DetectorDefinition {
        index = List.copyOf(index);
        groupBy = List.copyOf(groupBy);
        clauses = List.copyOf(clauses);
        labels = Map.copyOf(labels);
        webhooks = List.copyOf(webhooks);
    }

    /** Intervals in a window. */
    public int windowBuckets() {
        return Math.toIntExact(windowMillis / intervalMillis);
    }

    /** The kind of its incidents: drift as soon as one clause looks for it, else anomaly as soon as one looks for that. */
    public String kind() {
        for (String kind : List.of("drift", "anomaly")) {
            if (clauses.stream().anyMatch(clause -> clause.condition().kind().equals(kind))) {
                return kind;
            }
        }
        return "threshold";
    }

    /** Whether a clause compares fields with a reference, which costs more than a number. */
    public boolean compares() {
        return clauses.stream().anyMatch(clause -> clause.condition() instanceof Condition.Drift);
    }
}
