package io.weir.evaluation.trial;

import io.weir.evaluation.metric.InvalidPredictionsException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of two values is the positive class. */
final class BinaryLabels {
    private static final List<String> POSITIVE = List.of("1", "true", "yes", "y", "positive", "pos");
    private static final Set<String> NEGATIVE = Set.of("0", "-1", "false", "no", "n", "negative", "neg");

    private BinaryLabels() {}

    /**
     * The positive class.
     *
     * @param values that occur as label, one or two
     * @throws InvalidPredictionsException if it is not stated and cannot be told
     */
    static String positive(String column, List<String> values, @Nullable String stated, boolean numeric) {
        if (values.isEmpty() || values.size() > 2) {
            throw new InvalidPredictionsException("column '" + column + "' has " + values.size() + " different labels "
                    + values.stream().limit(10).toList()
                    + ", binary needs two; set task to multiclass, or repair the labels");
        }
        if (stated != null) {
            String positive = Labels.canonical(stated, numeric);
            if (values.size() == 2 && !values.contains(positive)) {
                throw new InvalidPredictionsException("positive is '" + stated
                        + "', must be one of the labels of column '" + column + "': " + values);
            }
            return positive;
        }
        List<String> found = values.stream()
                .filter(value -> POSITIVE.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        boolean othersAreNegative = values.stream()
                .filter(value -> !found.contains(value))
                .allMatch(value -> NEGATIVE.contains(value.toLowerCase(Locale.ROOT)));
        if (found.size() > 1 || !othersAreNegative) {
            throw new InvalidPredictionsException("which of the labels " + values + " of column '" + column
                    + "' is the positive class cannot be told; set positive to it");
        }
        return found.isEmpty() ? POSITIVE.getFirst() : found.getFirst();
    }

    /** 1 where a label is the positive class. */
    static byte[] flags(String[] labels, String positive) {
        byte[] flags = new byte[labels.length];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = (byte) (labels[row].equals(positive) ? 1 : 0);
        }
        return flags;
    }
}
