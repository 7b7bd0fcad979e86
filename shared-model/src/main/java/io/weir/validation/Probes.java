package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Column;
import io.weir.schema.Schema;
import io.weir.schema.ValueType;
import io.weir.table.Table;
import io.weir.table.Tables;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes probes, and holds what those of one check share. */
final class Probes implements Closeable {
    private final ValidationSettings settings;
    private final Map<String, Column> columns;
    private final Map<String, KeyStore> stores = new HashMap<>();
    private final FileNumbers files = new FileNumbers();

    Probes(Schema schema, ValidationSettings settings) {
        this.settings = settings;
        this.columns = schema.byName();
    }

    /**
     * A probe for one thread, or null if the check is not about rows.
     *
     * @throws IOException if the file of a lookup can't be read
     */
    @Nullable
    Probe of(Check check) throws IOException {
        boolean masked = check.columns().stream().anyMatch(this::isSensitive);
        return switch (check) {
            case Check.OfCells cells -> new CellProbe(cells, type(cells.column()), masked);
            case Check.OfRows rows ->
                new RowProbe(rows, rows.columns().stream().map(this::type).toList(), masked, settings.now());
            case Check.Key key -> KeyProbe.unique(key, masked, store(key), files);
            case Check.Lookup lookup -> KeyProbe.known(lookup, masked, store(lookup), files);
            case Check.Ordered ordered -> new OrderProbe(ordered, type(ordered.column()), masked);
            case Check.OfColumn statistic -> statistic(statistic, masked);
            case Check.ValueSet set -> new SetProbe(set, masked);
            case Check.Distributed distributed -> new DistributionProbe(distributed);
            case Check.Fresh fresh -> new FreshProbe(fresh, settings.now());
            case Check.RowCount rows -> null;
            case Check.ColumnNames names -> null;
            case Check.ColumnCount count -> null;
        };
    }

    private Probe statistic(Check.OfColumn check, boolean masked) {
        return switch (check.statistic()) {
            case MEAN, MEDIAN, QUANTILE, STDDEV, SUM, MAX_Z_SCORE -> new NumberProbe(check);
            case MIN, MAX -> new ExtremeProbe(check, type(check.columns().getFirst()), masked);
            case DISTINCT, DISTINCT_SHARE -> new DistinctProbe(check);
            case CRAMERS_PHI, CORRELATION -> new PairProbe(check);
        };
    }

    private KeyStore store(Check check) throws IOException {
        KeyStore known = stores.get(check.name());
        if (known == null) {
            known = new KeyStore(settings.temporary(), settings.maxTemporaryBytes());
            stores.put(check.name(), known);
            if (check instanceof Check.Lookup lookup) {
                try (Table reference = Tables.open(settings.root(), lookup.file(), settings.lookupOptions())) {
                    LookupFile.load(lookup, reference, known);
                }
            }
        }
        return known;
    }

    private ValueType type(String column) {
        Column known = columns.get(column);
        return known == null ? ValueType.ANY : known.type();
    }

    private boolean isSensitive(String column) {
        Column known = columns.get(column);
        return known != null && known.sensitive();
    }

    /** Deletes the temporary files. */
    @Override
    public void close() throws IOException {
        for (KeyStore store : List.copyOf(stores.values())) {
            store.close();
        }
    }
}
