package io.weir.evaluation.trial;

import io.weir.table.Table;
import java.io.IOException;

/** Opens the same table again and again. */
@FunctionalInterface
public interface TableSource {
    /** The table from its first row on; to be closed. */
    Table open() throws IOException;
}
