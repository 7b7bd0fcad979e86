package io.weir.validation;

import io.weir.table.Cells;

/** A condition on single cells, ready to be asked. Keeps memory of what it saw, so each thread has its own. */
@FunctionalInterface
interface CellTest {
    /** Whether the cell, which is there unless the test is about that, is as expected. */
    boolean holds(Cells cells, int row);
}
