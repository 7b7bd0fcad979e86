package io.weir.drift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How columns are judged.
 *
 * @param numeric checks of columns of numbers
 * @param categorical checks of columns of categories
 * @param byColumn checks of the columns of these names, in place of the others
 * @param level probability of error of a verdict: of a false "drifted" after correction, of a false "stable" for each column
 * @param correction for the number of comparisons; of "drifted" only: that all columns are stable is claimed only if each is,
 *     which needs no correction (Berger 1982)
 * @param seed of simulations
 */
public record DriftSettings(
        List<DriftCheck> numeric,
        List<DriftCheck> categorical,
        Map<String, List<DriftCheck>> byColumn,
        double level,
        Correction correction,
        long seed) {
    /** One verdict in twenty may be wrong where the true distance is just at its limit, and far fewer elsewhere. */
    public static final double DEFAULT_LEVEL = 0.05;

    /** Where a seed is not given: any number does, as long as it stays the same. */
    public static final long DEFAULT_SEED = 20_261_126;

    /** @throws IllegalArgumentException if the level is out of range or a check does not fit its kind of column */
    public DriftSettings {
        if (!(level >= 1e-6 && level <= 0.5)) {
            throw new IllegalArgumentException("level is " + level + ", must be 0.000001 to 0.5");
        }
        numeric = List.copyOf(numeric);
        categorical = List.copyOf(categorical);
        byColumn = Map.copyOf(byColumn);
        require(numeric, true, "columns of numbers");
        require(categorical, false, "columns of categories");
    }

    /**
     * Kolmogorov-Smirnov for numbers, Jensen-Shannon distance and unseen categories for the rest, the missing rate for all,
     * each with its default limit; level 5 %, Benjamini and Hochberg.
     */
    public static DriftSettings defaults() {
        DriftCheck missing = DriftCheck.of(DriftMeasure.MISSING_RATE);
        return new DriftSettings(
                List.of(DriftCheck.of(DriftMeasure.KS), missing),
                List.of(DriftCheck.of(DriftMeasure.JS_DISTANCE), DriftCheck.of(DriftMeasure.UNSEEN), missing),
                Map.of(),
                DEFAULT_LEVEL,
                Correction.BENJAMINI_HOCHBERG,
                DEFAULT_SEED);
    }

    /** The same with other checks for one column. */
    public DriftSettings withColumn(String name, List<DriftCheck> checks) {
        return withColumns(Map.of(name, checks));
    }

    /** The same with other checks for these columns. */
    public DriftSettings withColumns(Map<String, List<DriftCheck>> checks) {
        Map<String, List<DriftCheck>> more = new HashMap<>(byColumn);
        checks.forEach((name, own) -> more.put(name, List.copyOf(own)));
        return new DriftSettings(numeric, categorical, more, level, correction, seed);
    }

    /** The same with other checks for all columns that are not named. */
    public DriftSettings withChecks(List<DriftCheck> numericChecks, List<DriftCheck> categoricalChecks) {
        return new DriftSettings(numericChecks, categoricalChecks, byColumn, level, correction, seed);
    }

    /** The same with another level. */
    public DriftSettings withLevel(double other) {
        return new DriftSettings(numeric, categorical, byColumn, other, correction, seed);
    }

    /** The same with another correction. */
    public DriftSettings withCorrection(Correction other) {
        return new DriftSettings(numeric, categorical, byColumn, level, other, seed);
    }

    /** The same with another seed. */
    public DriftSettings withSeed(long other) {
        return new DriftSettings(numeric, categorical, byColumn, level, correction, other);
    }

    List<DriftCheck> checks(DriftColumn column) {
        List<DriftCheck> own = byColumn.get(column.name());
        if (own != null) {
            require(own, column.isNumeric(), "column '" + column.name() + "'");
            return own;
        }
        return column.isNumeric() ? numeric : categorical;
    }

    private static void require(List<DriftCheck> checks, boolean numericColumn, String what) {
        for (DriftCheck check : checks) {
            DriftMeasure measure = check.measure();
            if (!(numericColumn ? measure.isNumeric() : measure.isCategorical())) {
                throw new IllegalArgumentException("measure " + measure.id() + " is not for " + what + ", which "
                        + (numericColumn ? "holds numbers" : "holds categories")
                        + "; see docs/drift.md for those that are");
            }
        }
    }
}
