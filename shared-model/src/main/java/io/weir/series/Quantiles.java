package io.weir.series;

/** Order statistics of plain arrays by selection, in linear time on average; deterministic. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The median of the first {@code count} values, which are reordered.
     *
     * @param values finite numbers
     * @param count how many of them count; 0 gives NaN
     */
    public static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        double upper = select(values, count, count / 2);
        if (count % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < count / 2; i++) {
            lower = Math.max(lower, values[i]);
        }
        return lower + (upper - lower) / 2;
    }

    /**
     * The smallest of the first {@code count} values that at least {@code share} of them do not exceed; they are
     * reordered.
     *
     * @param values finite numbers
     * @param count how many of them count; 0 gives NaN
     * @param share in (0,1]
     */
    public static double quantile(double[] values, int count, double share) {
        if (count == 0) {
            return Double.NaN;
        }
        return select(values, count, Math.min(count, Math.max(1, (int) Math.ceil(share * count))) - 1);
    }

    /** Brings the value of rank {@code rank} (from 0) to its place, smaller ones before it, and returns it. */
    private static double select(double[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = middleOf(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private static double middleOf(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
