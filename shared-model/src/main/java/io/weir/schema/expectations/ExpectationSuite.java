package io.weir.schema.expectations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Reads a suite: {@code {"name": …, "expectations": [{"type": "expect_…", "kwargs": {…}}]}}; older files say {@code
 * expectation_suite_name} and {@code expectation_type}. Columns that the suite does not name are nobody's business.
 */
public final class ExpectationSuite {
    /** Largest suite that is read. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_NAME = 300;

    private static final List<BiPredicate<Expectation, Draft>> TRANSLATORS = List.of(
            CellExpectations::translate,
            ColumnExpectations::translate,
            RowExpectations::translate,
            TableExpectations::translate,
            DistributionExpectations::translate);

    private ExpectationSuite() {}

    /**
     * Reads a suite.
     *
     * @param document its JSON
     * @param what its name, for messages
     * @throws InvalidJsonException if it is no suite, or an expectation's arguments contradict each other or are of a wrong type
     */
    public static Imported read(byte[] document, String what) {
        ObjectNode suite = StrictJson.parseObject(document, what, MAX_BYTES);
        try {
            return suite(new JsonFields(suite, ""));
        } catch (InvalidJsonException e) {
            throw new InvalidJsonException(what + ": " + e.getMessage());
        }
    }

    private static Imported suite(JsonFields fields) {
        if (!fields.has("expectations")) {
            throw new InvalidJsonException("expectations is missing; a suite of Great Expectations has a list of them");
        }
        String name = fields.optionalText(fields.has("name") ? "name" : "expectation_suite_name", MAX_NAME);
        Draft draft = new Draft();
        for (Expectation each : fields.objects("expectations", Schema.MAX_CHECKS, Expectation::read)) {
            add(each, draft);
        }
        return draft.imported(name == null ? "" : name);
    }

    private static void add(Expectation expectation, Draft draft) {
        try {
            for (BiPredicate<Expectation, Draft> translator : TRANSLATORS) {
                if (translator.test(expectation, draft)) {
                    return;
                }
            }
            draft.left(expectation, "there is no check of this kind");
        } catch (UntranslatableException e) {
            draft.left(expectation, String.valueOf(e.getMessage()));
        } catch (InvalidJsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(expectation + ": " + e.getMessage());
        }
    }
}
