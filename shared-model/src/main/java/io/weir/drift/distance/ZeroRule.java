package io.weir.drift.distance;

/** What a logarithm is taken of where a cell is empty: by name, because tools differ and PSI and KL depend on it. */
public enum ZeroRule {
    /** Nothing is changed: a cell that is empty on one side only makes PSI, and KL where the current side is empty, infinite. */
    KEEP("keep") {
        @Override
        double[] apply(double[] shares, double count) {
            return shares;
        }
    },
    /** Half a row is added to each cell (Krichevsky and Trofimov 1981): what an empty cell weighs shrinks as rows grow. */
    HALF_ROW("half_row") {
        @Override
        double[] apply(double[] shares, double count) {
            double[] changed = new double[shares.length];
            for (int i = 0; i < shares.length; i++) {
                changed[i] = (shares[i] * count + 0.5) / (count + 0.5 * shares.length);
            }
            return changed;
        }
    },
    /** An empty cell's share is taken as 0.0001; the others stay as they are. */
    FLOOR("floor_0.0001") {
        @Override
        double[] apply(double[] shares, double count) {
            return filled(shares, 1e-4);
        }
    },
    /** As Evidently: 0.0001, or a millionth of the side's least share if that is at most 0.0001. */
    EVIDENTLY("evidently") {
        @Override
        double[] apply(double[] shares, double count) {
            double least = 1;
            for (double share : shares) {
                least = share > 0 ? Math.min(least, share) : least;
            }
            return filled(shares, least <= 1e-4 ? least / 1e6 : 1e-4);
        }
    };

    private final String id;

    ZeroRule(String id) {
        this.id = id;
    }

    /** Name in settings and reports. */
    public String id() {
        return id;
    }

    /**
     * The rule of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ZeroRule of(String id) {
        for (ZeroRule rule : values()) {
            if (rule.id.equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "zero rule '" + id + "' is unknown; known are keep, half_row, floor_0.0001, evidently");
    }

    /** Shares to take logarithms of; the argument is not changed. */
    abstract double[] apply(double[] shares, double count);

    private static double[] filled(double[] shares, double floor) {
        double[] changed = shares.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = changed[i] == 0 ? floor : changed[i];
        }
        return changed;
    }
}
