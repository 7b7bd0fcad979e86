package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;

/**
 * What samples do not show of a distribution with many rare categories. Drawing again from what was seen would show fewer
 * different categories than were seen, and so smaller distances than chance makes. Therefore the rows seen once stand for
 * categories not seen (Good and Turing), of which there are as many as Chao estimates, and the rare ones seen give way.
 *
 * <p>Source: A. Chao et al., Unveiling the species-rank abundance distribution, Ecology 96 (2015), as in iNEXT's bootstrap.
 */
public final class Unseen {
    /** More cells cost time and change little. */
    private static final int MOST = 5000;

    private final double[] counts;
    private final double rows;
    private final double once;
    private final double twice;

    private Unseen(Cells cells) {
        double[] p = cells.reference();
        double[] q = cells.current();
        counts = new double[p.length];
        double seenOnce = 0;
        double seenTwice = 0;
        for (int i = 0; i < p.length; i++) {
            counts[i] = p[i] * cells.referenceCount() + q[i] * cells.currentCount();
            seenOnce += counts[i] > 0 && counts[i] < 1.5 ? 1 : 0;
            seenTwice += counts[i] >= 1.5 && counts[i] < 2.5 ? 1 : 0;
        }
        rows = cells.referenceCount() + cells.currentCount();
        once = seenOnce;
        twice = seenTwice;
    }

    /** Share of the rows whose category both sides together have seen more than once: 1 for few, 0 for identifiers. */
    public static double coverage(Cells cells) {
        Unseen unseen = new Unseen(cells);
        return 1 - unseen.once / unseen.rows;
    }

    /** The cells with room for categories that were not seen, at least one. */
    static Cells room(Cells cells) {
        Cells more = cells;
        for (int i = new Unseen(cells).estimate(); i > 0; i--) {
            more = more.withRoom();
        }
        return more;
    }

    /** The average of both sides as it may be in truth; {@code cells} have the {@link #room}. */
    static double[] average(Cells cells) {
        Unseen unseen = new Unseen(cells);
        return unseen.spread(unseen.estimate());
    }

    private int estimate() {
        double chao = once * (once - 1) / (2 * (twice + 1));
        return (int) Math.max(1, Math.min(MOST, Math.ceil(chao)));
    }

    private double[] spread(int unseen) {
        double missed = once <= 1 ? 0 : once / rows;
        double rareness = 0;
        for (double count : counts) {
            rareness += rare(count);
        }
        double[] average = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            average[i] = counts[i] / rows - (rareness == 0 ? 0 : missed * rare(counts[i]) / rareness);
            if (i >= counts.length - unseen) {
                average[i] = missed / unseen;
            }
        }
        return average;
    }

    /** By how much a category gives way: what it has, times the probability that it would not have been seen. */
    private double rare(double count) {
        double share = count / rows;
        return share * Math.exp(rows * Math.log1p(-Math.min(share, 1 - 1e-12)));
    }
}
