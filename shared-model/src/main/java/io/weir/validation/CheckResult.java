package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Gravity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one check.
 *
 * @param name the check's name
 * @param columns what it was about
 * @param gravity how bad it is that it does not hold
 * @param verdict whether it holds
 * @param considered values or rows that it was asked about
 * @param failing how many of them do not fit
 * @param observed what a check of a whole column saw, or null
 * @param reason a sentence for a person
 * @param examples some of the values that do not fit, most at the top of the data; masked where the column is sensitive
 */
public record CheckResult(
        String name,
        List<String> columns,
        Gravity gravity,
        Verdict verdict,
        long considered,
        long failing,
        @Nullable String observed,
        String reason,
        List<Example> examples) {

    /** Most examples of a check; all failing rows are in the file. */
    public static final int MAX_EXAMPLES = 20;

    /** Copies the lists. */
    public CheckResult {
        columns = List.copyOf(columns);
        examples = List.copyOf(examples);
    }

    /** The share of what was considered that does not fit, 0 if there was nothing. */
    public double failingShare() {
        return considered == 0 ? 0 : (double) failing / considered;
    }

    static CheckResult ofWhole(
            Check check, Verdict verdict, long considered, @Nullable String observed, String reason) {
        return new CheckResult(
                check.name(), check.columns(), check.gravity(), verdict, considered, 0, observed, reason, List.of());
    }

    /** A check of single values or rows, of which a share is enough. */
    static CheckResult ofShare(
            Check check, String expected, double mostly, long considered, long failing, List<Example> examples) {
        // Not by dividing: 1 - 0.1 is not quite 0.9.
        boolean enough = considered - failing >= mostly * considered - 1e-9 * considered;
        Verdict verdict = considered == 0 ? Verdict.UNDECIDED : enough ? Verdict.PASSED : Verdict.FAILED;
        return new CheckResult(
                check.name(),
                check.columns(),
                check.gravity(),
                verdict,
                considered,
                failing,
                null,
                Sentences.ofShare(verdict, expected, mostly, considered, failing),
                examples);
    }
}
