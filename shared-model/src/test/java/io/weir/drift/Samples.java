package io.weir.drift;

import io.weir.drift.distance.CategoryCounts;
import io.weir.drift.distance.SortedValues;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Seeded columns. */
public final class Samples {
    private Samples() {}

    /** Standard normal numbers, shifted. */
    public static SortedValues normal(long seed, int count, double shift) {
        Random random = new Random(seed);
        return SortedValues.of(random.doubles(count)
                .map(ignored -> random.nextGaussian() + shift)
                .toArray());
    }

    /** A column of normal numbers, the current ones shifted. */
    public static DriftColumn numbers(String name, long seed, int reference, int current, double shift) {
        return new DriftColumn.Numeric(name, normal(2 * seed, reference, 0), normal(2 * seed + 1, current, shift));
    }

    /** Draws categories "c0", "c1", … with the given shares. */
    public static CategoryCounts categories(Random random, double[] shares, int count) {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            double left = random.nextDouble();
            int category = 0;
            while (category + 1 < shares.length && left >= shares[category]) {
                left -= shares[category++];
            }
            counts.merge("c" + category, 1L, Long::sum);
        }
        return CategoryCounts.of(counts);
    }
}
