package io.weir.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few named columns of a table, whole and in memory: for what needs all values of scores and labels at once. Numbers take
 * 8 bytes a row, texts 4 and once for each different one.
 */
public final class LoadedColumns {
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();
    private final int rows;

    private LoadedColumns(int rows) {
        this.rows = rows;
    }

    /**
     * Reads columns.
     *
     * @param numeric columns to read as numbers
     * @param textual columns to read as text
     * @param maxRows most rows
     * @throws TableException if a column is not there, a cell is no number, or there are more rows
     */
    public static LoadedColumns load(Table table, List<String> numeric, List<String> textual, int maxRows)
            throws IOException {
        Loader loader = new Loader(table, numeric, textual, maxRows);
        LoadedColumns loaded = new LoadedColumns(loader.run());
        for (int i = 0; i < numeric.size(); i++) {
            loaded.numbers.put(numeric.get(i), Arrays.copyOf(loader.numbers.get(i), loaded.rows));
        }
        for (int i = 0; i < textual.size(); i++) {
            loaded.texts.put(textual.get(i), Arrays.copyOf(loader.texts.get(i), loaded.rows));
        }
        return loaded;
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** A numeric column's values, NaN where missing. Not a copy. */
    public double[] numbers(String column) {
        return found(numbers, column);
    }

    /** A textual column's values, null where missing; equal texts are the same object. Not a copy. */
    public @Nullable String[] texts(String column) {
        return found(texts, column);
    }

    private static <T> T found(Map<String, T> all, String column) {
        T values = all.get(column);
        if (values == null) {
            throw new IllegalArgumentException("'" + column + "' was not loaded, only " + all.keySet());
        }
        return values;
    }

    /** Grows the arrays while it reads. */
    private static final class Loader {
        private static final int START = 1 << 12;

        private final Table table;
        private final List<String> numeric;
        private final List<String> textual;
        private final int maxRows;
        private final List<double[]> numbers = new ArrayList<>();
        private final List<@Nullable String[]> texts = new ArrayList<>();
        private final Map<String, String> interned = new HashMap<>();

        Loader(Table table, List<String> numeric, List<String> textual, int maxRows) {
            this.table = table;
            this.numeric = numeric;
            this.textual = textual;
            this.maxRows = maxRows;
            numeric.forEach(each -> numbers.add(new double[START]));
            textual.forEach(each -> texts.add(new String[START]));
        }

        int run() throws IOException {
            int[] numericPlaces = places(numeric);
            int[] textualPlaces = places(textual);
            Batch batch = new Batch();
            int rows = 0;
            while (table.next(batch)) {
                if (batch.rows() > maxRows - rows) {
                    throw TableException.inFile(
                            batch.file(), "has more rows than the limit of " + maxRows + "; take a sample");
                }
                for (int i = 0; i < numericPlaces.length; i++) {
                    double[] into = grown(numbers, i, rows + batch.rows());
                    Numbers.read(batch, numericPlaces[i], into, rows);
                }
                for (int i = 0; i < textualPlaces.length; i++) {
                    readTexts(batch.column(textualPlaces[i]), batch.rows(), i, rows);
                }
                rows += batch.rows();
            }
            return rows;
        }

        private int[] places(List<String> names) throws TableException {
            int[] places = new int[names.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = table.columns().indexOf(names.get(i));
                if (places[i] < 0) {
                    throw TableException.inFile(
                            "the table", "has no column '" + names.get(i) + "', only " + table.columns());
                }
            }
            return places;
        }

        private static double[] grown(List<double[]> all, int index, int size) {
            double[] values = all.get(index);
            if (values.length < size) {
                values = Arrays.copyOf(values, Math.max(size, values.length + (values.length >> 1)));
                all.set(index, values);
            }
            return values;
        }

        private void readTexts(Cells cells, int count, int index, int from) {
            @Nullable String[] values = texts.get(index);
            if (values.length < from + count) {
                values = Arrays.copyOf(values, Math.max(from + count, values.length + (values.length >> 1)));
                texts.set(index, values);
            }
            for (int i = 0; i < count; i++) {
                String text = cells.text(i);
                values[from + i] = text == null ? null : interned.computeIfAbsent(text, each -> each);
            }
        }
    }
}
