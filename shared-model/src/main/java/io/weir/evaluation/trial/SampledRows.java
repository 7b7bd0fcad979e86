package io.weir.evaluation.trial;

import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.FeatureTable;
import io.weir.evaluation.interval.SplitMix;
import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.table.Table;
import io.weir.table.TableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that have a label, drawn at random in one reading, in random order (reservoir sampling; Vitter, "Random Sampling with a
 * Reservoir", ACM TOMS 1985). Memory for the drawn rows only.
 */
final class SampledRows {
    private final List<String> columns;
    private final List<@Nullable String[]> rows = new ArrayList<>();

    private SampledRows(List<String> columns) {
        this.columns = columns;
    }

    /**
     * Draws rows.
     *
     * @param columns the first is the label
     * @param most fewer are drawn if there are not so many
     */
    static SampledRows of(TableSource source, List<String> columns, int most, long seed) throws IOException {
        SampledRows sample = new SampledRows(columns);
        SplitMix random = new SplitMix(seed, 0);
        int seen = 0;
        try (Table table = source.open()) {
            Batch batch = new Batch();
            while (table.next(batch)) {
                int[] places = sample.places(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    if (!isLabelled(batch.column(places[0]), row)) {
                        continue;
                    }
                    int place = seen < most ? seen : random.nextInt(seen + 1);
                    seen++;
                    if (place < most) {
                        sample.put(place, batch, row, places);
                    }
                }
            }
        }
        sample.shuffle(random);
        return sample;
    }

    /** The first rows of the table stay in their places while there is room. */
    private void shuffle(SplitMix random) {
        for (int row = rows.size() - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            rows.set(other, rows.set(row, rows.get(other)));
        }
    }

    private static boolean isLabelled(Cells label, int row) {
        String text = label.text(row);
        return text != null && !text.equalsIgnoreCase("nan");
    }

    private int[] places(Batch batch) throws TableException {
        int[] places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = batch.names().indexOf(columns.get(i));
            if (places[i] < 0) {
                throw TableException.inFile(
                        batch.file(), "has no column '" + columns.get(i) + "', only " + batch.names());
            }
        }
        return places;
    }

    private void put(int place, Batch batch, int row, int[] places) {
        @Nullable String[] values = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            Cells cells = batch.column(places[i]);
            values[i] = cells.text(row);
        }
        if (place == rows.size()) {
            rows.add(values);
        } else {
            rows.set(place, values);
        }
    }

    int size() {
        return rows.size();
    }

    /** The labels, as they are written. */
    String[] labels() {
        String[] labels = new String[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = String.valueOf(rows.get(row)[0]);
        }
        return labels;
    }

    /** All other columns as features, by what the whole table showed them to be. */
    FeatureTable features(ColumnSurvey survey) {
        double[][] values = new double[rows.size()][columns.size() - 1];
        List<Feature> features = new ArrayList<>();
        for (int column = 1; column < columns.size(); column++) {
            ColumnKind kind = survey.of(columns.get(column));
            Map<String, Integer> codes = new HashMap<>();
            List<String> categories = new ArrayList<>();
            boolean numeric = kind.isNumeric() || kind.values().isEmpty();
            for (int row = 0; row < values.length; row++) {
                String text = rows.get(row)[column];
                values[row][column - 1] =
                        text == null ? Double.NaN : numeric ? Labels.number(text) : code(text, codes, categories);
            }
            features.add(new Feature(columns.get(column), kind.isWhole(), categories));
        }
        return new FeatureTable(features, values);
    }

    private static int code(String text, Map<String, Integer> codes, List<String> categories) {
        Integer known = codes.putIfAbsent(text, categories.size());
        if (known == null) {
            categories.add(text);
            return categories.size() - 1;
        }
        return known;
    }
}
