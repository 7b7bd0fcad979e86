package io.weir.drift;

import io.weir.drift.distance.CellDistance;
import io.weir.drift.distance.Cells;
import io.weir.drift.uncertainty.ChiSquareFamily;
import io.weir.drift.uncertainty.LargestDifference;
import io.weir.drift.uncertainty.Simulated;
import io.weir.drift.uncertainty.Uncertainty;
import java.util.Locale;

/** Measures distances over cells, of numbers or of categories. */
final class CellMeasurer {
    private final DriftCheck check;
    private final CellDistance distance;
    private final long seed;

    CellMeasurer(DriftCheck check, CellDistance distance, long seed) {
        this.check = check;
        this.distance = distance;
        this.seed = seed;
    }

    /**
     * The distance.
     *
     * @param cells as they are
     * @param weighed the same cells with as many rows as a sketch's error leaves
     * @param countError by how much a share can be wrong on both sides together, because categories were counted by a sketch
     */
    Measured measure(Cells cells, Cells weighed, double countError) {
        double value = distance.between(cells, check.zeros());
        return new Measured(
                value,
                uncertainty(value, weighed, countError),
                detail(cells),
                cells.referenceCount(),
                cells.currentCount());
    }

    private Uncertainty uncertainty(double value, Cells cells, double countError) {
        if (distance == CellDistance.L_INFINITY) {
            return new LargestDifference(cells, countError);
        }
        if (ChiSquareFamily.serves(distance, cells)) {
            return new ChiSquareFamily(distance, value, cells);
        }
        return Simulated.withUnseen(cells, drawn -> distance.between(drawn, check.zeros()), check.limit(), seed);
    }

    private static String detail(Cells cells) {
        int most = cells.mostDifferent();
        if (most < 0 || cells.difference(most) == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "most in %s: %s before, %s now",
                Words.quoted(cells.name(most)),
                Words.percent(cells.reference()[most]),
                Words.percent(cells.current()[most]));
    }
}
