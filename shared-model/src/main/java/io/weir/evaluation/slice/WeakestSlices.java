package io.weir.evaluation.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the parts of the rows where a model loses most: a beam search over {@code column = value} and conjunctions of
 * them (after Chung et al., "Slice Finder", ICDE 2019).
 *
 * <p>Every part that is large enough is compared with all other rows by Welch's test, and the p-values of <em>all</em> of
 * them, not only of those shown, are corrected by Holm's method; a part that holds a weaker one's rows and is no worse is not shown
 * again. Cost: columns × rows for the first level, then at most {@value #BEAM} × columns × rows of the parts in the beam.
 */
public final class WeakestSlices {
    /** Parts that are refined further on each level. */
    public static final int BEAM = 20;

    /** Conditions of a part: with more it is seldom one that a person can act on. */
    public static final int DEFAULT_DEPTH = 2;

    /** Smaller parts are not looked at. */
    public static final int DEFAULT_LEAST_ROWS = 30;

    private final double[] losses;
    private final List<SliceColumn> columns;
    private final int leastRows;
    private final LossMoments all;
    private final List<Candidate> tested = new ArrayList<>();

    private WeakestSlices(double[] losses, List<SliceColumn> columns, int leastRows) {
        this.losses = losses;
        this.columns = columns;
        this.leastRows = leastRows;
        this.all = new LossMoments();
        for (double loss : losses) {
            all.add(loss);
        }
    }

    /**
     * The weakest parts, weakest first.
     *
     * @param losses of the rows, higher is worse: log loss, or 1 for an error
     * @param most how many are returned at most
     * @param alpha parts with a higher corrected p-value are left out
     */
    public static List<WeakSlice> find(
            double[] losses, List<SliceColumn> columns, int leastRows, int depth, int most, double alpha) {
        return new WeakestSlices(losses, columns, leastRows).search(depth, most, alpha);
    }

    private List<WeakSlice> search(int depth, int most, double alpha) {
        int[] everything = new int[losses.length];
        Arrays.setAll(everything, row -> row);
        List<Candidate> beam = List.of(new Candidate(List.of(), everything, all, all));
        for (int level = 0; level < depth; level++) {
            List<Candidate> found = new ArrayList<>();
            Set<Set<Condition>> seen = new HashSet<>();
            for (Candidate parent : beam) {
                refine(parent, seen, found);
            }
            tested.addAll(found);
            beam = found.stream()
                    .filter(candidate -> candidate.tStatistic() > 0)
                    .sorted(Candidate.WEAKEST_FIRST)
                    .limit(BEAM)
                    .toList();
        }
        return strongest(most, alpha);
    }

    private void refine(Candidate parent, Set<Set<Condition>> seen, List<Candidate> found) {
        for (SliceColumn column : columns) {
            if (parent.conditions().stream().anyMatch(c -> c.column().equals(column.name()))) {
                continue;
            }
            LossMoments[] byValue = new LossMoments[column.values().size()];
            Arrays.setAll(byValue, code -> new LossMoments());
            for (int row : parent.rows()) {
                byValue[column.codes()[row]].add(losses[row]);
            }
            for (int code = 0; code < byValue.length; code++) {
                long size = byValue[code].count();
                if (size >= leastRows && losses.length - size >= 2) {
                    List<Condition> conditions = new ArrayList<>(parent.conditions());
                    conditions.add(new Condition(column.name(), column.values().get(code)));
                    if (seen.add(new HashSet<>(conditions))) {
                        int[] rows = rowsWith(parent.rows(), column, code, (int) size);
                        found.add(new Candidate(conditions, rows, byValue[code], all));
                    }
                }
            }
        }
    }

    private static int[] rowsWith(int[] rows, SliceColumn column, int code, int size) {
        int[] with = new int[size];
        int count = 0;
        for (int row : rows) {
            if (column.codes()[row] == code) {
                with[count++] = row;
            }
        }
        return with;
    }

    private List<WeakSlice> strongest(int most, double alpha) {
        List<Candidate> byP = tested.stream()
                .sorted(Comparator.comparingDouble(Candidate::pValue))
                .toList();
        List<WeakSlice> weak = new ArrayList<>();
        double adjusted = 0;
        for (int i = 0; i < byP.size(); i++) {
            Candidate candidate = byP.get(i);
            adjusted = Math.min(1, Math.max(adjusted, candidate.pValue() * (byP.size() - i)));
            if (adjusted > alpha) {
                break;
            }
            weak.add(candidate.result(adjusted));
        }
        weak.sort(Comparator.comparingDouble(WeakSlice::effect).reversed());
        List<WeakSlice> shown = new ArrayList<>();
        for (WeakSlice slice : weak) {
            boolean known = shown.stream().anyMatch(other -> isPartOf(slice, other));
            if (!known && shown.size() < most) {
                shown.add(slice);
            }
        }
        return shown;
    }

    /** Whether one adds conditions to the other, which was worse. */
    private static boolean isPartOf(WeakSlice slice, WeakSlice other) {
        return slice.conditions().containsAll(other.conditions())
                || other.conditions().containsAll(slice.conditions());
    }
}
