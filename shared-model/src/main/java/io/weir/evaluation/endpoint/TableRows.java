package io.weir.evaluation.endpoint;

import io.weir.table.Batch;
import io.weir.table.Table;
import io.weir.table.TableException;
import java.io.IOException;
import java.util.List;

/** The rows of a table, in its order. */
final class TableRows implements Scoring.Source {
    private final String name;
    private final Table table;
    private final List<String> features;
    private final int maxRows;
    private final Batch batch = new Batch();
    private int[] places = {};
    private int next;
    private int count;
    private long taken;

    TableRows(String name, Table table, List<String> features, int maxRows) {
        this.name = name;
        this.table = table;
        this.features = features;
        this.maxRows = maxRows;
    }

    @Override
    public boolean fill(FeatureRows rows) throws IOException {
        while (!rows.isFull() && (next < count || read())) {
            if (++taken > maxRows) {
                throw TableException.inFile(name, "has more rows than the limit of " + maxRows + "; take a sample");
            }
            rows.add(batch, next++, places);
        }
        return rows.rows() > 0;
    }

    private boolean read() throws IOException {
        next = 0;
        count = 0;
        while (table.next(batch)) {
            places = features.stream().mapToInt(batch.names()::indexOf).toArray();
            for (int i = 0; i < places.length; i++) {
                if (places[i] < 0) {
                    throw TableException.inFile(name, "has no column '" + features.get(i) + "', only " + batch.names());
                }
            }
            count = batch.rows();
            if (count > 0) {
                return true;
            }
        }
        return false;
    }
}
