package io.weir.series;

/** Order statistics of plain arrays by selection, in linear time on average; deterministic. */
public final class Quantiles {
    /** So few are sorted faster by insertion than selected from. */
    private static final int FEW = 12;

    /** So many values give a median or a spread to 2 %, which is as well as either is ever needed here. */
    static final int ENOUGH = 4_096;

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
        if (count <= FEW) {
            sort(values, count);
            return values[(count - 1) / 2] + (values[count / 2] - values[(count - 1) / 2]) / 2;
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

    /**
     * The median of what is observed in {@code values[from .. to)}, which stay as they are; of evenly spaced ones if there
     * are more than {@value #ENOUGH}.
     *
     * @param values NaN is a gap; only gaps give NaN
     */
    public static double medianOf(double[] values, int from, int to) {
        int stride = stride(to - from);
        double[] sample = new double[(to - from + stride - 1) / stride];
        int count = 0;
        for (int i = from; i < to; i += stride) {
            if (!Double.isNaN(values[i])) {
                sample[count++] = values[i];
            }
        }
        return median(sample, count);
    }

    /** The step by which {@code count} values are thinned out to as many as are {@link #ENOUGH}. */
    static int stride(int count) {
        return 1 + (count - 1) / ENOUGH;
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

    private static void sort(double[] values, int count) {
        for (int i = 1; i < count; i++) {
            double value = values[i];
            int place = i;
            while (place > 0 && values[place - 1] > value) {
                values[place] = values[place - 1];
                place--;
            }
            values[place] = value;
        }
    }

    private static double middleOf(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
