package io.weir.drift.distance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How numbers are cut into cells: by name, because every binned distance depends on it. Ranks before, values after. */
public sealed interface BinRule {
    /** The default: ten cells with a tenth of the reference each, as credit scoring does for PSI. */
    BinRule REFERENCE_DECILES = new ReferenceQuantiles(10);

    /** Equal widths over both samples, Sturges' number of them, as Evidently: {@code log2(n) + 1} with n the rows of both. */
    BinRule STURGES_OVER_BOTH = new SturgesOverBoth();

    /** Every place where either side jumps is a cell, and what lies between two places another one, as TFDV's histograms. */
    BinRule UNION = new Union();

    /** Name in settings and reports. */
    String id();

    /**
     * The rule of that name.
     *
     * @throws IllegalArgumentException if there is none, or it needs edges
     */
    static BinRule of(String id) {
        String quantiles = "reference_quantiles_";
        if (id.matches(quantiles + "[0-9]{1,4}")) {
            return new ReferenceQuantiles(Integer.parseInt(id.substring(quantiles.length())));
        }
        return switch (id) {
            case "reference_deciles" -> REFERENCE_DECILES;
            case "sturges" -> STURGES_OVER_BOTH;
            case "union" -> UNION;
            case "given" -> throw new IllegalArgumentException("rule for bins 'given' needs a list of edges");
            default ->
                throw new IllegalArgumentException("rule for bins '" + id
                        + "' is unknown; known are reference_deciles, reference_quantiles_N, sturges, union, given");
        };
    }

    /** The two sides in cells. */
    Cells cut(NumericDistribution reference, NumericDistribution current);

    /**
     * Cells between the reference's quantiles: {@code (-∞, q1], (q1, q2], …, (qk, ∞)}; equal quantiles make one cell.
     *
     * @param cells how many, 2 to 1,000
     */
    record ReferenceQuantiles(int cells) implements BinRule {
        /** @throws IllegalArgumentException if out of range */
        public ReferenceQuantiles {
            if (cells < 2 || cells > 1000) {
                throw new IllegalArgumentException("cells is " + cells + ", must be 2 to 1000");
            }
        }

        @Override
        public String id() {
            return cells == 10 ? "reference_deciles" : "reference_quantiles_" + cells;
        }

        @Override
        public Cells cut(NumericDistribution reference, NumericDistribution current) {
            double[] edges = new double[cells - 1];
            for (int i = 1; i < cells; i++) {
                edges[i - 1] = reference.quantile(i / (double) cells);
            }
            double[] distinct = Arrays.stream(edges)
                    .filter(e -> !Double.isNaN(e))
                    .distinct()
                    .toArray();
            return BinEdges.rightClosed(distinct, reference, current);
        }
    }

    /** Equal widths, NumPy's edges: left-closed but for the last cell. */
    record SturgesOverBoth() implements BinRule {
        @Override
        public String id() {
            return "sturges";
        }

        @Override
        public Cells cut(NumericDistribution reference, NumericDistribution current) {
            double low = BinEdges.least(reference.min(), current.min());
            double high = -BinEdges.least(-reference.max(), -current.max());
            if (!(low < high) || Double.isInfinite(high - low)) {
                return BinEdges.leftClosed(new double[] {low}, reference, current);
            }
            int bins = (int) Math.ceil(Math.log(reference.count() + current.count()) / Math.log(2) + 1);
            double[] edges = new double[bins - 1];
            for (int i = 1; i < bins; i++) {
                edges[i - 1] = low + i * ((high - low) / bins);
            }
            return BinEdges.leftClosed(edges, reference, current);
        }
    }

    /**
     * Given inner edges: {@code (-∞, e1), [e1, e2), …, [ek, ∞)}.
     *
     * @param edges ascending
     */
    record Given(List<Double> edges) implements BinRule {
        /** @throws IllegalArgumentException if there is no edge, more than 1,000, or they are not ascending */
        public Given {
            edges = List.copyOf(edges);
            for (int i = 0; i < edges.size(); i++) {
                if (Double.isNaN(edges.get(i)) || (i > 0 && edges.get(i) <= edges.get(i - 1))) {
                    throw new IllegalArgumentException(
                            "edge " + edges.get(i) + " is out of order; give them ascending");
                }
            }
            if (edges.isEmpty() || edges.size() > 1000) {
                throw new IllegalArgumentException(edges.size() + " edges, must be 1 to 1000");
            }
        }

        @Override
        public String id() {
            return "given";
        }

        @Override
        public Cells cut(NumericDistribution reference, NumericDistribution current) {
            return BinEdges.leftClosed(
                    edges.stream().mapToDouble(Double::doubleValue).toArray(), reference, current);
        }
    }

    /** Points and the gaps between them. */
    record Union() implements BinRule {
        @Override
        public String id() {
            return "union";
        }

        @Override
        public Cells cut(NumericDistribution reference, NumericDistribution current) {
            double[] places = CumulativeDistances.merged(reference.breakpoints(), current.breakpoints());
            List<String> names = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                names.add(i == 0 ? "below " + places[0] : places[i - 1] + " to " + places[i]);
                names.add("" + places[i]);
            }
            return Cells.of(
                    names, pieces(reference, places), pieces(current, places), reference.count(), current.count());
        }

        private static double[] pieces(NumericDistribution side, double[] places) {
            double[] atMost = new double[places.length];
            double[] below = new double[places.length];
            side.cumulate(places, atMost, below);
            double[] pieces = new double[2 * places.length];
            for (int i = 0; i < places.length; i++) {
                pieces[2 * i] = Math.max(0, below[i] - (i == 0 ? 0 : atMost[i - 1]));
                pieces[2 * i + 1] = Math.max(0, atMost[i] - below[i]);
            }
            return pieces;
        }
    }
}
