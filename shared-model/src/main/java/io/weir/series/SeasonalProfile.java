package io.weir.series;

import java.util.Arrays;

/**
 * What one season looks like: a typical deviation from the level for each phase, and how the spread varies with it.
 *
 * <p>Robust: a phase is the median over the last {@value #CYCLES} complete cycles of the deviation from the cycle's own
 * median, after the cycles' common slope is taken out, so that neither an outlier, nor one odd cycle, nor a trend shapes
 * it. The spread of a block of phases is relative to that of all. Cost: linear in {@value #CYCLES} cycles. Immutable.
 */
public final class SeasonalProfile {
    /** Seven, so that a daily profile has seen each day of a week; an odd number has a true middle. */
    public static final int CYCLES = 7;

    /** Finer than an hour of a day says more about noise than about the season. */
    private static final int MOST_BLOCKS = 24;

    /** So many deviations give the spread of a block to about 9 %, see {@link Spread#standardError}. */
    private static final int LEAST_PER_BLOCK = 120;

    /** Twice as many do as well as all of them. */
    private static final int ENOUGH_PER_BLOCK = 240;

    /** Standard errors by which a block must differ, so that chance does not narrow any of them. */
    private static final double BEYOND_CHANCE = 2;

    /** Of two cycles, the deviations from their median are one and the same. */
    private static final int LEAST_CYCLES = 3;

    /** Quieter or wilder blocks than this are taken for chance or ties. */
    private static final double MOST_UNEVEN = 8;

    private final double[] level;
    private final double[] spread;

    private SeasonalProfile(double[] level, double[] spread) {
        this.level = level;
        this.spread = spread;
    }

    /** A profile of {@code period} phases that says nothing: 0 and 1 everywhere. */
    public static SeasonalProfile flat(int period) {
        double[] spread = new double[period];
        Arrays.fill(spread, 1);
        return new SeasonalProfile(new double[period], spread);
    }

    /**
     * Learns from the complete cycles in {@code values[from .. to)}; the last {@value #CYCLES} usable ones count.
     *
     * @param values NaN is a gap
     * @param from index of the first phase of the first cycle
     * @param to end, exclusive; what follows the last complete cycle is not looked at
     * @param period intervals in a cycle, at least 1
     */
    public static SeasonalProfile of(double[] values, int from, int to, int period) {
        Cycles cycles = Cycles.last(values, from, to, period);
        if (cycles.count() == 0) {
            return flat(period);
        }
        double[] level = new double[period];
        double[] column = new double[cycles.count()];
        for (int phase = 0; phase < period; phase++) {
            int n = 0;
            for (int c = 0; c < cycles.count(); c++) {
                double deviation = cycles.deviation(c, phase);
                if (!Double.isNaN(deviation)) {
                    column[n++] = deviation;
                }
            }
            level[phase] = Quantiles.median(column, n);
        }
        fillGaps(level);
        return new SeasonalProfile(level, spreads(cycles, level));
    }

    /** A phase that no cycle observed looks like the one before it. */
    private static void fillGaps(double[] level) {
        double last = 0;
        for (int i = level.length - 1; i >= 0 && last == 0; i--) {
            last = Double.isNaN(level[i]) ? 0 : level[i];
        }
        for (int i = 0; i < level.length; i++) {
            last = Double.isNaN(level[i]) ? last : level[i];
            level[i] = last;
        }
    }

    private static double[] spreads(Cycles cycles, double[] level) {
        int period = level.length;
        double[] relative = flat(period).spread;
        int blocks = Math.min(MOST_BLOCKS, cycles.count() * period / LEAST_PER_BLOCK);
        if (cycles.count() < LEAST_CYCLES || blocks < 2) {
            return relative;
        }
        double[] absolute = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            absolute[b] = spread(cycles, level, b * period / blocks, (b + 1) * period / blocks);
        }
        double typical = Quantiles.median(absolute.clone(), blocks);
        for (int b = 0; b < blocks && typical > 0; b++) {
            int phases = (b + 1) * period / blocks - b * period / blocks;
            double chance = BEYOND_CHANCE * Spread.standardError(Math.min(ENOUGH_PER_BLOCK, phases * cycles.count()));
            double here = beyondChance(absolute[b] / typical, chance);
            Arrays.fill(relative, b * period / blocks, (b + 1) * period / blocks, here);
        }
        return relative;
    }

    /** {@code ratio} moved towards 1 by what chance explains, in logarithms. */
    private static double beyondChance(double ratio, double chance) {
        double bounded = Math.log(Math.min(MOST_UNEVEN, Math.max(1 / MOST_UNEVEN, ratio)));
        return Math.exp(Math.copySign(Math.max(0, Math.abs(bounded) - chance), bounded));
    }

    /** Of a sample of the phases in [start, end), evenly spaced. */
    private static double spread(Cycles cycles, double[] level, int start, int end) {
        int step = Math.max(1, (end - start) * cycles.count() / ENOUGH_PER_BLOCK);
        double[] distances = new double[cycles.count() * (end - start)];
        int n = 0;
        for (int c = 0; c < cycles.count(); c++) {
            for (int phase = start; phase < end; phase += step) {
                double deviation = cycles.deviation(c, phase);
                if (!Double.isNaN(deviation)) {
                    distances[n++] = Math.abs(deviation - level[phase]);
                }
            }
        }
        return n < LEAST_PER_BLOCK / 2 ? 0 : Quantiles.quantile(distances, n, Spread.ONE_SIGMA);
    }

    /** Intervals in one season. */
    public int period() {
        return level.length;
    }

    /** The typical deviation from the level at {@code phase}, in the metric's unit. */
    public double level(int phase) {
        return level[phase];
    }

    /** The spread at {@code phase} relative to that of the whole season; 1 where too little is known. */
    public double spread(int phase) {
        return spread[phase];
    }
}
