package io.weir.evaluation.trial;

import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.table.LoadedColumns;
import io.weir.table.Table;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns in memory: 8 bytes a row and number, 4 to 8 a row and text. Rows in messages are counted from 1, as tables do. */
final class PredictionColumns {
    private final String name;
    private final int rows;
    private final Map<String, double[]> numbers;
    private final Map<String, @Nullable String[]> texts;

    private PredictionColumns(
            String name, int rows, Map<String, double[]> numbers, Map<String, @Nullable String[]> texts) {
        this.name = name;
        this.rows = rows;
        this.numbers = numbers;
        this.texts = texts;
    }

    static PredictionColumns load(
            String name,
            TableSource source,
            PredictedColumns added,
            Collection<String> numeric,
            Collection<String> textual,
            int maxRows)
            throws IOException {
        Map<String, double[]> numbers = new HashMap<>();
        Map<String, @Nullable String[]> texts = new HashMap<>();
        List<String> numericOfTable = without(numeric, added.names());
        List<String> textualOfTable = without(textual, added.names());
        int rows;
        try (Table table = source.open()) {
            LoadedColumns loaded = LoadedColumns.load(table, numericOfTable, textualOfTable, maxRows);
            rows = loaded.rows();
            numericOfTable.forEach(column -> numbers.put(column, loaded.numbers(column)));
            textualOfTable.forEach(column -> texts.put(column, loaded.texts(column)));
        }
        if (rows == 0) {
            throw new InvalidPredictionsException(name + " has no rows; give at least one prediction");
        }
        for (String column : added.names()) {
            double[] values = added.numbers().get(column);
            if (values == null) {
                texts.put(column, checked(name, column, rows, added.texts().get(column)));
            } else {
                checked(name, column, rows, values.length);
                numbers.put(column, values);
                if (textual.contains(column)) {
                    texts.put(column, asTexts(values));
                }
            }
        }
        return new PredictionColumns(name, rows, numbers, texts);
    }

    private static @Nullable String[] checked(
            String name, String column, int rows, @Nullable String @Nullable [] values) {
        checked(name, column, rows, values == null ? 0 : values.length);
        return values == null ? new String[0] : values;
    }

    private static void checked(String name, String column, int rows, int values) {
        if (values != rows) {
            throw new InvalidPredictionsException("there are " + values + " values of '" + column + "' for " + rows
                    + " rows of " + name + "; there must be one for each row");
        }
    }

    private static @Nullable String[] asTexts(double[] values) {
        @Nullable String[] texts = new String[values.length];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = Double.isNaN(values[row]) ? null : Labels.shown(values[row]);
        }
        return texts;
    }

    private static List<String> without(Collection<String> columns, Set<String> others) {
        Set<String> left = new LinkedHashSet<>(columns);
        left.removeAll(others);
        return List.copyOf(left);
    }

    /** Some of the rows. */
    PredictionColumns only(int[] kept) {
        Map<String, double[]> keptNumbers = new HashMap<>();
        numbers.forEach((column, all) -> {
            double[] some = new double[kept.length];
            for (int i = 0; i < kept.length; i++) {
                some[i] = all[kept[i]];
            }
            keptNumbers.put(column, some);
        });
        Map<String, @Nullable String[]> keptTexts = new HashMap<>();
        texts.forEach((column, all) -> {
            @Nullable String[] some = new String[kept.length];
            for (int i = 0; i < kept.length; i++) {
                some[i] = all[kept[i]];
            }
            keptTexts.put(column, some);
        });
        return new PredictionColumns(name, kept.length, keptNumbers, keptTexts);
    }

    int rows() {
        return rows;
    }

    String name() {
        return name;
    }

    /** Numbers, NaN where missing. */
    double[] numbersOrNaN(String column) {
        double[] values = numbers.get(column);
        if (values == null) {
            throw new IllegalStateException("column '" + column + "' was not loaded as numbers");
        }
        return values;
    }

    /** Numbers, all of them there; infinite ones may be among them. */
    double[] numbers(String column) {
        double[] values = numbersOrNaN(column);
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                throw missing(column, row, "has no number");
            }
        }
        return values;
    }

    /** Numbers, all of them finite. */
    double[] finite(String column) {
        double[] values = numbers(column);
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                throw missing(column, row, "is " + values[row] + ", must be finite");
            }
        }
        return values;
    }

    /** Texts, null where missing. */
    @Nullable
    String[] textsOrNull(String column) {
        @Nullable String[] values = texts.get(column);
        if (values == null) {
            throw new IllegalStateException("column '" + column + "' was not loaded as text");
        }
        return values;
    }

    /** Labels as they are compared, all of them there. */
    String[] labels(String column, boolean numeric) {
        @Nullable String[] given = textsOrNull(column);
        Map<String, String> canonical = new HashMap<>();
        String[] labels = new String[given.length];
        for (int row = 0; row < labels.length; row++) {
            String text = given[row];
            if (text == null) {
                throw missing(column, row, "has no value");
            }
            labels[row] = canonical.computeIfAbsent(text, each -> Labels.canonical(each, numeric));
        }
        return labels;
    }

    InvalidPredictionsException missing(String column, int row, String what) {
        return new InvalidPredictionsException(name + ", row " + (row + 1) + ", column '" + column + "': " + what
                + "; drop the row or repair what wrote it");
    }

    /** Whether a row has no value in a column, however it was loaded. */
    boolean isMissing(String column, int row) {
        double[] values = numbers.get(column);
        return values != null ? Double.isNaN(values[row]) : textsOrNull(column)[row] == null;
    }
}
