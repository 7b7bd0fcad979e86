package io.weir.validation;

import io.weir.table.Batch;
import java.io.IOException;

/**
 * One check at work in one thread. All threads' probes of a check are merged into the first, which then says what came of it.
 */
interface Probe {
    /** Looks at the rows of a batch; {@code places} are those of the check's columns in it, in the check's order. */
    void look(Batch batch, int[] places, FailureLog failures) throws IOException;

    /** Takes in what another thread's probe of the same check saw. */
    void merge(Probe other) throws IOException;

    /** What came of it; may add failing rows that only now are known. Asked once, after all merging. */
    CheckResult result(FailureLog failures) throws IOException;
}
