package io.weir.drift.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Comparisons that only categories have. */
public final class Categories {
    private static final String OTHER = "(other)";

    /** A count this many times its possible error is good to a tenth. */
    private static final int CERTAIN = 10;

    private Categories() {}

    /**
     * Both sides in the same cells, one for each category. Where a side knows only its most frequent categories, those that
     * are not known by name on both sides make one cell: what is hidden in one side's rest must not look new on the other.
     */
    public static Cells cells(CategoricalDistribution reference, CategoricalDistribution current) {
        Set<String> names = new TreeSet<>(reference.counts().keySet());
        names.addAll(current.counts().keySet());
        keepSure(names, reference);
        keepSure(names, current);
        List<String> cells = new ArrayList<>(names);
        cells.add(OTHER);
        return Cells.of(cells, shares(reference, names), shares(current, names), reference.count(), current.count());
    }

    /**
     * TFDV's "normalized absolute difference": the greatest difference of a category's two counts, over the rows of both.
     * Unlike L-infinity it sees a change of volume.
     */
    public static double normalizedAbsoluteDifference(CategoricalDistribution a, CategoricalDistribution b) {
        Set<String> names = new TreeSet<>(a.counts().keySet());
        names.addAll(b.counts().keySet());
        long greatest = 0;
        for (String name : names) {
            greatest = Math.max(greatest, Math.abs(count(a, name) - count(b, name)));
        }
        return greatest == 0 ? 0 : greatest / (double) (a.count() + b.count());
    }

    /** How many rows of the current side have a category that the reference does not know, as NannyML counts them. */
    public static long unseenRows(CategoricalDistribution reference, CategoricalDistribution current) {
        long unseen = 0;
        for (Map.Entry<String, Long> entry : current.counts().entrySet()) {
            unseen += reference.counts().containsKey(entry.getKey()) ? 0 : entry.getValue();
        }
        return unseen;
    }

    /** The categories that {@link #unseenRows} counts, most frequent first, at most so many. */
    public static List<String> unseen(CategoricalDistribution reference, CategoricalDistribution current, int atMost) {
        return current.counts().entrySet().stream()
                .filter(entry -> !reference.counts().containsKey(entry.getKey()))
                .sorted((a, b) -> a.getValue().equals(b.getValue())
                        ? a.getKey().compareTo(b.getKey())
                        : Long.compare(b.getValue(), a.getValue()))
                .limit(atMost)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * How many rows the reference says about itself are of categories that nobody has seen yet: as many as were seen exactly
     * once (Good 1953, Good-Turing), and all whose category was not kept.
     */
    public static long onceSeenRows(CategoricalDistribution reference) {
        return reference.other()
                + reference.counts().values().stream()
                        .filter(count -> count == 1)
                        .count();
    }

    /** Where not all categories are known, only those stay that were counted well enough. */
    private static void keepSure(Set<String> names, CategoricalDistribution side) {
        if (side.other() > 0) {
            names.removeIf(name -> count(side, name) <= CERTAIN * side.countError());
        }
    }

    private static double[] shares(CategoricalDistribution side, Set<String> names) {
        double[] shares = new double[names.size() + 1];
        long count = side.count();
        if (count == 0) {
            return shares;
        }
        long rest = count;
        int i = 0;
        for (String name : names) {
            long rows = count(side, name);
            rest -= rows;
            shares[i++] = rows / (double) count;
        }
        shares[i] = rest / (double) count;
        return shares;
    }

    private static long count(CategoricalDistribution side, String name) {
        return side.counts().getOrDefault(name, 0L);
    }
}
