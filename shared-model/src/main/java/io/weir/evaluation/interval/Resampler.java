package io.weir.evaluation.interval;

import java.util.Arrays;

/**
 * Draws new weights of cells as if their rows had been drawn anew.
 *
 * <p>Up to {@link #EXACT_ROWS} rows it is the multinomial bootstrap of Efron: as many rows are drawn with replacement as there
 * are. Above, each row comes a Poisson(1) number of times, and as the sum of m such numbers is Poisson(m), one draw a cell is
 * exactly as good as one a row. Cells with unequal weights take the scaled Poisson distribution that has the sum's mean and
 * variance (Bohm and Zech, "Statistics of weighted Poisson events and its applications", NIM A 748, 2014).
 */
final class Resampler {
    /** Up to here drawing each row costs no more than drawing each cell. */
    static final int EXACT_ROWS = 4_096;

    private final int size;
    private final double[] rows;
    private final double[] weight;
    private final int[] cellOfRow;
    private final Poisson[] laws;
    private final double[] scales;

    /**
     * For these cells.
     *
     * @param rows of each cell
     * @param weight the sum of its rows' weights
     * @param squares the sum of their squares
     */
    Resampler(int size, double[] rows, double[] weight, double[] squares) {
        this.size = size;
        this.rows = rows;
        this.weight = weight;
        double all = 0;
        for (int cell = 0; cell < size; cell++) {
            all += rows[cell];
        }
        boolean exact = all <= EXACT_ROWS;
        this.cellOfRow = exact ? expanded((int) all) : new int[0];
        this.laws = new Poisson[exact ? 0 : size];
        this.scales = new double[exact ? 0 : size];
        for (int cell = 0; cell < laws.length; cell++) {
            scales[cell] = weight[cell] > 0 ? squares[cell] / weight[cell] : 0;
            laws[cell] = new Poisson(scales[cell] > 0 ? weight[cell] / scales[cell] : 0);
        }
    }

    /** "multinomial" or "Poisson". */
    String scheme() {
        return isExact() ? "multinomial" : "Poisson";
    }

    boolean isExact() {
        return laws.length == 0;
    }

    /** Rows of a cell. */
    double rows(int cell) {
        return rows[cell];
    }

    int size() {
        return size;
    }

    /** Replaces {@code drawn} by new weights. */
    void draw(SplitMix random, double[] drawn) {
        if (!isExact()) {
            for (int cell = 0; cell < size; cell++) {
                drawn[cell] = scales[cell] > 0 ? scales[cell] * laws[cell].draw(random) : 0;
            }
            return;
        }
        Arrays.fill(drawn, 0, size, 0);
        for (int i = 0; i < cellOfRow.length; i++) {
            int cell = cellOfRow[random.nextInt(cellOfRow.length)];
            drawn[cell] += weight[cell] / rows[cell];
        }
    }

    /** The weights as they are. */
    double[] observed() {
        return Arrays.copyOf(weight, size);
    }

    /** The weights without one row of a cell. */
    double[] without(int cell) {
        double[] left = observed();
        left[cell] -= weight[cell] / rows[cell];
        return left;
    }

    private int[] expanded(int all) {
        int[] cells = new int[all];
        int row = 0;
        for (int cell = 0; cell < size; cell++) {
            for (int i = 0; i < rows[cell]; i++) {
                cells[row++] = cell;
            }
        }
        return cells;
    }
}
