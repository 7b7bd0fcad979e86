package io.weir.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How p-values are adjusted for the number of comparisons: of a hundred at 5 %, five find something where nothing is. */
public enum Correction {
    /** Each comparison by itself. */
    NONE("none") {
        @Override
        double[] adjustSorted(double[] ascending) {
            return ascending.clone();
        }
    },
    /** Holm (1979): the probability of even one false alarm in the whole report is at most the level. */
    HOLM("holm") {
        @Override
        double[] adjustSorted(double[] ascending) {
            double[] adjusted = new double[ascending.length];
            double most = 0;
            for (int i = 0; i < ascending.length; i++) {
                most = Math.max(most, Math.min(1, (ascending.length - i) * ascending[i]));
                adjusted[i] = most;
            }
            return adjusted;
        }
    },
    /** Benjamini and Hochberg (1995), the default: of what is reported as drifted, at most the level's share is false. */
    BENJAMINI_HOCHBERG("benjamini_hochberg") {
        @Override
        double[] adjustSorted(double[] ascending) {
            double[] adjusted = new double[ascending.length];
            double least = 1;
            for (int i = ascending.length - 1; i >= 0; i--) {
                least = Math.min(least, ascending.length * ascending[i] / (i + 1));
                adjusted[i] = least;
            }
            return adjusted;
        }
    };

    private final String id;

    Correction(String id) {
        this.id = id;
    }

    /** Name in settings and reports. */
    public String id() {
        return id;
    }

    /**
     * The correction of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Correction of(String id) {
        for (Correction correction : values()) {
            if (correction.id.equals(id)) {
                return correction;
            }
        }
        throw new IllegalArgumentException(
                "correction '" + id + "' is unknown; known are none, holm, benjamini_hochberg");
    }

    /** P-values to be compared with the level, in the order of the given ones. */
    public double[] adjust(double[] pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted =
                adjustSorted(Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray());
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = sorted[i];
        }
        return adjusted;
    }

    abstract double[] adjustSorted(double[] ascending);
}
