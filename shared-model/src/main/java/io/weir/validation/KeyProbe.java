package io.weir.validation;

import io.weir.schema.Check;
import io.weir.table.Batch;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks that need all keys: uniqueness, and values that another file must have. Rows are put into the store, which all threads
 * share; which of them do not fit is known at the end.
 */
final class KeyProbe implements Probe {
    private final Check check;
    private final double mostly;
    private final String expected;
    private final Predicate<List<KeyStore.Entry>> misfit;
    private final KeyStore store;
    private final FileNumbers files;
    private final RowKey key = new RowKey();
    private final Shares shares;

    private KeyProbe(
            Check check,
            double mostly,
            String expected,
            Predicate<List<KeyStore.Entry>> misfit,
            boolean masked,
            KeyStore store,
            FileNumbers files) {
        this.check = check;
        this.mostly = mostly;
        this.expected = expected;
        this.misfit = misfit;
        this.store = store;
        this.files = files;
        this.shares = new Shares(check.name(), masked);
    }

    /** Every row whose key another row has too does not fit. */
    static KeyProbe unique(Check.Key check, boolean masked, KeyStore store, FileNumbers files) {
        return new KeyProbe(check, check.mostly(), "unique", same -> same.size() > 1, masked, store, files);
    }

    /** Every row whose key the other file, loaded by {@link LookupFile}, does not have does not fit. */
    static KeyProbe known(Check.Lookup check, boolean masked, KeyStore store, FileNumbers files) {
        return new KeyProbe(
                check,
                check.mostly(),
                "found in " + check.file(),
                same -> same.getFirst().file() != LookupFile.NUMBER,
                masked,
                store,
                files);
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) throws IOException {
        int file = files.of(batch.file());
        for (int row = 0; row < batch.rows(); row++) {
            if (key.read(batch, places, row)) {
                shares.consider(1);
                store.add(key, file, batch.firstRow() + row);
            }
        }
    }

    @Override
    public void merge(Probe other) {
        shares.merge(((KeyProbe) other).shares);
    }

    @Override
    public CheckResult result(FailureLog failures) throws IOException {
        String columns = String.join(", ", check.columns());
        store.forEachKey(same -> {
            if (misfit.test(same)) {
                for (KeyStore.Entry entry : same) {
                    failures.late();
                    shares.fail(files.name(entry.file()), entry.row(), columns, entry.text(), failures);
                }
            }
        });
        return CheckResult.ofShare(check, expected, mostly, shares.considered(), shares.failing(), shares.examples());
    }
}
