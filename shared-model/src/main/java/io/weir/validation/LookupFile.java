package io.weir.validation;

import io.weir.schema.Check;
import io.weir.table.Batch;
import io.weir.table.Table;
import java.io.IOException;

/** The other file of a lookup. */
final class LookupFile {
    /** Number of the other file: its entries come first in each key. */
    static final int NUMBER = -1;

    private LookupFile() {}

    /**
     * Puts its keys into the store.
     *
     * @throws IOException if it can't be read, or lacks a column; the message says which
     */
    static void load(Check.Lookup check, Table reference, KeyStore store) throws IOException {
        RowKey key = new RowKey();
        Batch batch = new Batch();
        while (reference.next(batch)) {
            int[] places =
                    check.keys().stream().mapToInt(batch.names()::indexOf).toArray();
            for (int i = 0; i < places.length; i++) {
                if (places[i] < 0) {
                    throw new IOException("the check '" + check.name() + "' looks up '"
                            + check.keys().get(i) + "', which '" + check.file() + "' does not have; its columns are "
                            + String.join(", ", batch.names()));
                }
            }
            for (int row = 0; row < batch.rows(); row++) {
                if (key.read(batch, places, row)) {
                    store.add(key, NUMBER, batch.firstRow() + row);
                }
            }
        }
    }
}
