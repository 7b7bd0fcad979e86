package io.weir.drift;

import io.weir.drift.distance.CellDistance;
import org.jspecify.annotations.Nullable;

/** What is measured of a column. Each is one exact variant; formulas, sources and whose default it is: docs/drift.md. */
public enum DriftMeasure {
    /** Kolmogorov-Smirnov statistic. Needs no bins; limit 0.1: a tenth of the rows has moved past some value. */
    KS("ks", true, false, 0.1, 1, null),
    /** Wasserstein distance in standard deviations of the reference, as Evidently, with its limit. */
    WASSERSTEIN_SIGMA("wasserstein_sigma", true, false, 0.1, Double.POSITIVE_INFINITY, null),
    /** Absolute shift of the mean in standard deviations of the reference; limit 0.1, half of what Cohen calls small. */
    MEAN_SHIFT("mean_shift", true, false, 0.1, Double.POSITIVE_INFINITY, null),
    /** Population stability index; limit 0.2, in credit scoring the mark from which a change is significant. */
    PSI("psi", true, true, 0.2, Double.POSITIVE_INFINITY, CellDistance.PSI),
    /** Kullback-Leibler divergence in nats, with Evidently's limit. */
    KL_DIVERGENCE("kl_divergence", true, true, 0.1, Double.POSITIVE_INFINITY, CellDistance.KL_DIVERGENCE),
    /** Jensen-Shannon divergence to base 2, as TFDV; limit 0.01, which is a distance of 0.1. */
    JS_DIVERGENCE("js_divergence", true, true, 0.01, 1, CellDistance.JS_DIVERGENCE),
    /** Jensen-Shannon distance to base 2, as NannyML; limit 0.1 as there. */
    JS_DISTANCE("js_distance", true, true, 0.1, 1, CellDistance.JS_DISTANCE),
    /** Jensen-Shannon distance in nats, as Evidently, with its limit. */
    JS_DISTANCE_NATS("js_distance_nats", true, true, 0.1, Math.sqrt(Math.log(2)), CellDistance.JS_DISTANCE_NATS),
    /** Hellinger distance, with Evidently's and NannyML's limit. */
    HELLINGER("hellinger", true, true, 0.1, 1, CellDistance.HELLINGER),
    /** Total variation distance, with Evidently's limit. */
    TOTAL_VARIATION("total_variation", true, true, 0.1, 1, CellDistance.TOTAL_VARIATION),
    /** L-infinity, as TFDV, whose documentation uses 0.01; ours is the 0.1 of NannyML. */
    L_INFINITY("l_infinity", true, true, 0.1, 1, CellDistance.L_INFINITY),
    /**
     * Share of current rows whose category the reference does not have, above what a reference of its size would miss
     * anyway; limit 0.01.
     */
    UNSEEN("unseen", false, true, 0.01, 1, null),
    /** Absolute change of the share of missing values; limit 0.05. */
    MISSING_RATE("missing_rate", true, true, 0.05, 1, null);

    private final String id;
    private final boolean numeric;
    private final boolean categorical;
    private final double defaultLimit;
    private final double greatest;
    private final @Nullable CellDistance cellDistance;

    DriftMeasure(
            String id,
            boolean numeric,
            boolean categorical,
            double defaultLimit,
            double greatest,
            @Nullable CellDistance cellDistance) {
        this.id = id;
        this.numeric = numeric;
        this.categorical = categorical;
        this.defaultLimit = defaultLimit;
        this.greatest = greatest;
        this.cellDistance = cellDistance;
    }

    /** Name in settings and reports. */
    public String id() {
        return id;
    }

    /** Whether columns of numbers have it. */
    public boolean isNumeric() {
        return numeric;
    }

    /** Whether columns of categories have it. */
    public boolean isCategorical() {
        return categorical;
    }

    /** Limit if none is given. */
    public double defaultLimit() {
        return defaultLimit;
    }

    /** Greatest value it can have; infinite if there is none. */
    public double greatest() {
        return greatest;
    }

    /** The distance over cells that it is, or null if it needs none. */
    @Nullable
    CellDistance cellDistance() {
        return cellDistance;
    }

    /**
     * The measure of that name.
     *
     * @throws IllegalArgumentException if there is none, naming those that there are
     */
    public static DriftMeasure of(String id) {
        StringBuilder known = new StringBuilder();
        for (DriftMeasure measure : values()) {
            if (measure.id.equals(id)) {
                return measure;
            }
            known.append(known.isEmpty() ? "" : ", ").append(measure.id);
        }
        throw new IllegalArgumentException("drift measure '" + id + "' is unknown; known are " + known);
    }
}
