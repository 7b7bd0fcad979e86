package io.weir.drift.distance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two distributions cut into the same cells: for each cell the share of the reference and of the current side. Cells that
 * are empty on both sides are left out.
 */
public final class Cells {
    private final List<String> names;
    private final double[] reference;
    private final double[] current;
    private final double referenceCount;
    private final double currentCount;

    private Cells(
            List<String> names, double[] reference, double[] current, double referenceCount, double currentCount) {
        this.names = names;
        this.reference = reference;
        this.current = current;
        this.referenceCount = referenceCount;
        this.currentCount = currentCount;
    }

    /**
     * Cells of given shares.
     *
     * @param names of the cells, for messages
     * @param reference shares that sum to 1, or to 0 if the side is empty
     * @param current likewise
     * @param referenceCount rows that the shares are of
     * @param currentCount likewise
     * @throws IllegalArgumentException if lengths differ
     */
    public static Cells of(
            List<String> names, double[] reference, double[] current, double referenceCount, double currentCount) {
        if (reference.length != current.length || names.size() != current.length) {
            throw new IllegalArgumentException("reference has " + reference.length + " cells, current " + current.length
                    + ", names " + names.size() + "; they must be as many");
        }
        return new Cells(names, reference.clone(), current.clone(), referenceCount, currentCount).withoutEmpty();
    }

    /** The same without the cells that are empty on both sides. */
    Cells withoutEmpty() {
        int[] kept = IntStream.range(0, size())
                .filter(i -> reference[i] > 0 || current[i] > 0)
                .toArray();
        if (kept.length == size()) {
            return this;
        }
        return new Cells(
                Arrays.stream(kept).mapToObj(names::get).toList(),
                Arrays.stream(kept).mapToDouble(i -> reference[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> current[i]).toArray(),
                referenceCount,
                currentCount);
    }

    /** The same with one more cell, empty on both sides, for what nobody has seen yet. */
    public Cells withRoom() {
        List<String> more = new ArrayList<>(names);
        more.add("(unseen)");
        return new Cells(
                more,
                Arrays.copyOf(reference, size() + 1),
                Arrays.copyOf(current, size() + 1),
                referenceCount,
                currentCount);
    }

    /** The same with one more cell for the rows without a value, which then count as rows of their side. */
    public Cells withMissing(long referenceMissing, long currentMissing) {
        Cells more = withRoom();
        more.names.set(size(), "(missing)");
        return of(
                more.names,
                more.mixed(reference, referenceCount, referenceMissing),
                more.mixed(current, currentCount, currentMissing),
                referenceCount + referenceMissing,
                currentCount + currentMissing);
    }

    private double[] mixed(double[] shares, double count, long missing) {
        double[] mixed = new double[size()];
        for (int i = 0; i < shares.length; i++) {
            mixed[i] = count == 0 ? 0 : shares[i] * count / (count + missing);
        }
        mixed[size() - 1] = missing == 0 ? 0 : missing / (count + missing);
        return mixed;
    }

    /** How many cells there are. */
    public int size() {
        return reference.length;
    }

    /** The cell's name. */
    public String name(int cell) {
        return names.get(cell);
    }

    /** Shares of the reference. */
    public double[] reference() {
        return reference.clone();
    }

    /** Shares of the current side. */
    public double[] current() {
        return current.clone();
    }

    /** Rows of the reference; may be less than were seen if a sketch's error weighs like fewer rows. */
    public double referenceCount() {
        return referenceCount;
    }

    /** Rows of the current side, likewise. */
    public double currentCount() {
        return currentCount;
    }

    /** The same shares with other numbers of rows behind them. */
    public Cells weighing(double referenceRows, double currentRows) {
        return new Cells(names, reference, current, referenceRows, currentRows);
    }

    /** The same cells and numbers of rows with other shares. */
    public Cells with(double[] referenceShares, double[] currentShares) {
        return new Cells(names, referenceShares, currentShares, referenceCount, currentCount);
    }

    /** The cell whose share differs most, or -1 if there is none. */
    public int mostDifferent() {
        int most = -1;
        for (int i = 0; i < reference.length; i++) {
            if (most < 0 || difference(i) > difference(most)) {
                most = i;
            }
        }
        return most;
    }

    /** Absolute difference of the cell's two shares. */
    public double difference(int cell) {
        return Math.abs(reference[cell] - current[cell]);
    }
}
