package io.weir.table;

import java.io.IOException;

/** Somebody who looks at batches while another reads the table, so that one reading serves both. One per thread. */
@FunctionalInterface
public interface BatchVisitor {
    /** Looks at a decoded batch, which is valid during the call only. */
    void visit(Batch batch) throws IOException;

    /** Makes one for each thread. */
    @FunctionalInterface
    interface Source {
        /** A new one; called on the caller's thread, before any rows are read. */
        BatchVisitor open() throws IOException;
    }
}
