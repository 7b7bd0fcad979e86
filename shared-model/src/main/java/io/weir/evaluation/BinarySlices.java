package io.weir.evaluation;

import io.weir.evaluation.interval.BinarySample;
import io.weir.evaluation.interval.BinaryScans;
import io.weir.evaluation.interval.Bootstrap;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.slice.Partition;
import io.weir.evaluation.slice.SliceColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Metrics of slices, each with intervals of its own. */
final class BinarySlices {
    /** Of fewer rows no metric says much. */
    static final int DEFAULT_LEAST_ROWS = 30;

    private BinarySlices() {}

    /** The slices of all sets of columns, the largest first. */
    static List<SliceResult> of(
            BinaryScans scans, List<List<SliceColumn>> columns, int leastRows, BootstrapSettings settings) {
        return IntStream.range(0, columns.size())
                .parallel()
                .boxed()
                .flatMap(set -> of(scans, Partition.of(columns.get(set)), set, leastRows, settings))
                .sorted(Comparator.comparingLong(SliceResult::rows).reversed().thenComparing(SliceResult::name))
                .toList();
    }

    private static Stream<SliceResult> of(
            BinaryScans scans, Partition partition, int set, int leastRows, BootstrapSettings settings) {
        int count = partition.conditions().size();
        // Small groups are not scanned, so that a column of a million values takes no more memory than its groups need.
        int[] kept = IntStream.range(0, count)
                .filter(group -> partition.rows()[group] >= leastRows)
                .toArray();
        int[] place = new int[count];
        Arrays.fill(place, -1);
        for (int i = 0; i < kept.length; i++) {
            place[kept[i]] = i;
        }
        List<BinarySample> samples = scans.byGroup(row -> place[partition.groupOfRow()[row]], kept.length);
        return IntStream.range(0, kept.length).parallel().mapToObj(i -> {
            long stream = ((long) set + 1) << Integer.SIZE | kept[i];
            List<MetricResult> metrics = Bootstrap.of(samples.get(i), settings, stream).stream()
                    .map(MetricResult::of)
                    .toList();
            return new SliceResult(
                    partition.conditions().get(kept[i]), partition.rows()[kept[i]], metrics);
        });
    }
}
