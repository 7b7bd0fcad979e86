package io.weir.drift.distance;

import java.util.ArrayList;
import java.util.List;

/** Cuts both sides at given inner edges. */
final class BinEdges {
    private BinEdges() {}

    /** Cells {@code (-∞, e1], (e1, e2], …, (ek, ∞)}. */
    static Cells rightClosed(double[] edges, NumericDistribution reference, NumericDistribution current) {
        return cut(edges, true, reference, current);
    }

    /** Cells {@code (-∞, e1), [e1, e2), …, [ek, ∞)}. */
    static Cells leftClosed(double[] edges, NumericDistribution reference, NumericDistribution current) {
        return cut(edges, false, reference, current);
    }

    /** The lesser of two, of which one may be NaN. */
    static double least(double a, double b) {
        return Double.isNaN(a) || b < a ? b : a;
    }

    private static Cells cut(
            double[] edges, boolean rightClosed, NumericDistribution reference, NumericDistribution current) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= edges.length; i++) {
            String from = i == 0 ? "(-∞" : (rightClosed ? "(" : "[") + edges[i - 1];
            String to = i == edges.length ? "∞)" : edges[i] + (rightClosed ? "]" : ")");
            names.add(from + ", " + to);
        }
        return Cells.of(
                names,
                shares(edges, rightClosed, reference),
                shares(edges, rightClosed, current),
                reference.count(),
                current.count());
    }

    private static double[] shares(double[] edges, boolean rightClosed, NumericDistribution side) {
        double[] shares = new double[edges.length + 1];
        if (side.count() == 0) {
            return shares;
        }
        double before = 0;
        for (int i = 0; i < edges.length; i++) {
            // A sketch's cumulative shares may wobble by its error: a share is never negative.
            double here = Math.max(before, rightClosed ? side.atMost(edges[i]) : side.below(edges[i]));
            shares[i] = here - before;
            before = here;
        }
        shares[edges.length] = Math.max(0, 1 - before);
        return shares;
    }
}
