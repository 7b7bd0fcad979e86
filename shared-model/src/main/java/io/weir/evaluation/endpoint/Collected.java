package io.weir.evaluation.endpoint;

import io.weir.evaluation.trial.PredictedColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the answers of all requests together, in whatever order they come. Safe for use by many threads. */
final class Collected {
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();
    private final Supplier<List<String>> taken;
    private boolean begun;

    /**
     * Nothing yet.
     *
     * @param taken names that are the table's, so far
     */
    Collected(Supplier<List<String>> taken) {
        this.taken = taken;
    }

    /**
     * Adds an answer.
     *
     * @param from place of its first row among all, from 0
     * @throws WrongAnswerException if it has other columns than those before
     */
    synchronized void add(long from, int rows, Outputs outputs) throws WrongAnswerException {
        if (!begun) {
            outputs.numbers().keySet().forEach(column -> numbers.put(column, new double[0]));
            outputs.texts().keySet().forEach(column -> texts.put(column, new String[0]));
            begun = true;
            requireNew();
        }
        if (!numbers.keySet().equals(outputs.numbers().keySet())
                || !texts.keySet().equals(outputs.texts().keySet())) {
            throw new WrongAnswerException("has the numbers "
                    + new TreeSet<>(outputs.numbers().keySet()) + " and texts "
                    + new TreeSet<>(outputs.texts().keySet()) + ", earlier ones " + new TreeSet<>(numbers.keySet())
                    + " and " + new TreeSet<>(texts.keySet()) + "; the model must answer alike for all rows");
        }
        int start = Math.toIntExact(from);
        outputs.numbers().forEach((column, values) -> {
            double[] all = numbers.computeIfPresent(column, (name, held) -> grown(held, start + rows));
            System.arraycopy(values, 0, all, start, rows);
        });
        outputs.texts().forEach((column, values) -> {
            @Nullable String[] all = texts.computeIfPresent(column, (name, held) -> grown(held, start + rows));
            System.arraycopy(values, 0, all, start, rows);
        });
    }

    private static double[] grown(double[] values, int size) {
        return values.length >= size
                ? values
                : Arrays.copyOf(values, Math.max(size, values.length + (values.length >> 1)));
    }

    private static @Nullable String[] grown(@Nullable String[] values, int size) {
        return values.length >= size
                ? values
                : Arrays.copyOf(values, Math.max(size, values.length + (values.length >> 1)));
    }

    /** A prediction that hid a column of the table would be taken for it. */
    private void requireNew() throws WrongAnswerException {
        for (String column : taken.get()) {
            if (numbers.containsKey(column) || texts.containsKey(column)) {
                throw new WrongAnswerException("has the output '" + column + "', and the table a column of that name;"
                        + " name the model's otherwise by outputs, such as [predicted: '" + column + "']");
            }
        }
    }

    /** All columns, of so many rows. */
    synchronized PredictedColumns columns(int rows) throws WrongAnswerException {
        requireNew();
        numbers.replaceAll((column, values) -> values.length == rows ? values : Arrays.copyOf(values, rows));
        texts.replaceAll((column, values) -> values.length == rows ? values : Arrays.copyOf(values, rows));
        return new PredictedColumns(numbers, texts);
    }
}
