package io.weir.series;

/**
 * The order statistics of the last {@code capacity} values added, kept sorted as they slide by.
 *
 * <p>An addition finds the places of the value that leaves and of the one that comes by bisection and shifts only what
 * lies between them: for a few hundred values this is one short memory move and beats heaps and trees. A quantile is an
 * array access. Memory is sixteen bytes per value of capacity. Not thread-safe.
 */
public final class SlidingQuantiles {
    private final double[] ring;
    private final double[] sorted;
    private int size;
    private int next;

    /** An empty window of at most {@code capacity} values, at least 1. */
    public SlidingQuantiles(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + ", must be at least 1");
        }
        ring = new double[capacity];
        sorted = new double[capacity];
    }

    /** How many values are in the window. */
    public int size() {
        return size;
    }

    /** Adds a finite value; the oldest one leaves if the window is full. */
    public void add(double value) {
        int hole = size;
        if (size == ring.length) {
            hole = firstAtLeast(ring[next]);
        } else {
            size++;
        }
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        fill(hole, value);
    }

    /** Puts {@code value} where it belongs; {@code hole} is the place that is free. */
    private void fill(int hole, double value) {
        int place = hole;
        if (hole > 0 && sorted[hole - 1] > value) {
            place = bisect(0, hole - 1, value);
            System.arraycopy(sorted, place, sorted, place + 1, hole - place);
        } else if (hole + 1 < size && sorted[hole + 1] < value) {
            place = bisect(hole + 1, size, value) - 1;
            System.arraycopy(sorted, hole + 1, sorted, hole, place - hole);
        }
        sorted[place] = value;
    }

    private int firstAtLeast(double value) {
        return bisect(0, size, value);
    }

    /** The first index in [from, to) whose value is at least {@code value}, else {@code to}. */
    private int bisect(int from, int to, double value) {
        int low = from;
        int length = to - from;
        while (length > 1) {
            int half = length >>> 1;
            // An addition instead of a branch: the outcome is a coin toss, which no processor predicts.
            low += sorted[low + half - 1] < value ? half : 0;
            length -= half;
        }
        return length == 1 && sorted[low] < value ? low + 1 : low;
    }

    /** The median of the window; the mean of the two middle values if their number is even. NaN if it is empty. */
    public double median() {
        if (size == 0) {
            return Double.NaN;
        }
        int mid = size / 2;
        return size % 2 == 1 ? sorted[mid] : sorted[mid - 1] + (sorted[mid] - sorted[mid - 1]) / 2;
    }

    /**
     * The smallest distance from {@code centre} within which at least {@code share} of the values lie; bisection over the
     * runs of neighbours of that many values.
     *
     * @param centre where distances are taken from
     * @param share in (0,1]
     * @return the distance, 0 or more; NaN if the window is empty
     */
    public double distanceCovering(double centre, double share) {
        if (size == 0) {
            return Double.NaN;
        }
        int count = Math.min(size, (int) Math.ceil(share * size));
        int low = 0;
        int high = size - count;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (centre - sorted[mid] > sorted[mid + count] - centre) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return Math.max(Math.abs(centre - sorted[low]), Math.abs(sorted[low + count - 1] - centre));
    }
}
