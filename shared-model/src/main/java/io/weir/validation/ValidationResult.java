package io.weir.validation;

import io.weir.schema.Gravity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param schema the schema's name
 * @param rows rows that were looked at
 * @param columns columns of the table
 * @param results what came of each check
 * @param failureFile name of the file with all failing rows, or null if there is none
 * @param failuresLeftOut failing rows that the file has no room for
 */
public record ValidationResult(
        String schema,
        long rows,
        int columns,
        List<CheckResult> results,
        @Nullable String failureFile,
        long failuresLeftOut) {
    /** Copies the list. */
    public ValidationResult {
        results = List.copyOf(results);
    }

    /** Checks that do not hold and are at least so bad. */
    public List<CheckResult> failed(Gravity least) {
        return results.stream()
                .filter(result ->
                        result.verdict() == Verdict.FAILED && result.gravity().compareTo(least) <= 0)
                .toList();
    }

    /** Whether nothing that is at least so bad has failed. */
    public boolean passed(Gravity least) {
        return failed(least).isEmpty();
    }
}
