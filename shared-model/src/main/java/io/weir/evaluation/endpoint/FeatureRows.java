package io.weir.evaluation.endpoint;

import io.weir.evaluation.explain.Feature;
import io.weir.table.Batch;
import io.weir.table.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The features of the rows of one request, column by column; filled again and again. */
final class FeatureRows {
    private final List<FeatureColumn> columns = new ArrayList<>();
    private final int most;
    private long first = 1;
    private int rows;

    /**
     * No rows yet.
     *
     * @param types of all features
     * @param most rows of a request
     */
    FeatureRows(List<String> features, Map<String, Datatype> types, MissingValues rule, int most) {
        this.most = most;
        for (String feature : features) {
            columns.add(new FeatureColumn(feature, types.getOrDefault(feature, Datatype.FP64), rule, most));
        }
    }

    List<FeatureColumn> columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The number of the first row among all, from 1. */
    long firstRow() {
        return first;
    }

    boolean isFull() {
        return rows == most;
    }

    /** Forgets the rows; the next one is numbered on. */
    void clear() {
        first += rows;
        rows = 0;
    }

    /**
     * Adds a row of a table.
     *
     * @param places of the features among the batch's columns
     * @throws TableException naming file, row, column and value of what can't be sent
     */
    void add(Batch batch, int row, int[] places) throws TableException {
        for (int i = 0; i < places.length; i++) {
            String wrong = columns.get(i).set(rows, batch.column(places[i]), row);
            if (wrong != null) {
                throw TableException.inCell(
                        batch.file(), batch.firstRow() + row, columns.get(i).name(), wrong);
            }
        }
        rows++;
    }

    /**
     * Adds a row of numbers, those of categories among them; numbers become the nearest that their type has.
     *
     * @param places of the features among the given ones
     * @throws IllegalArgumentException naming feature and value of what can't be sent
     */
    void add(double[] row, List<Feature> given, int[] places) {
        for (int i = 0; i < places.length; i++) {
            Feature feature = given.get(places[i]);
            FeatureColumn column = columns.get(i);
            double value = row[places[i]];
            String wrong = feature.isNumber() || Double.isNaN(value)
                    ? column.setNumber(rows, column.type().nearest(value))
                    : column.setText(rows, feature.categories().get((int) value));
            if (wrong != null) {
                throw new IllegalArgumentException("feature '" + feature.name() + "' " + wrong);
            }
        }
        rows++;
    }
}
