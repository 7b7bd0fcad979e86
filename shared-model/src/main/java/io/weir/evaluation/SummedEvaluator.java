package io.weir.evaluation;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.metric.Metric;
import io.weir.evaluation.metric.SummedRows;
import io.weir.evaluation.slice.Partition;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tests any model whose metrics are computed from sums over rows, alone or against a baseline on the same rows.
 *
 * <p>Intervals are percentiles of bootstrap replicates of at most 1,024 groups of rows, Wilson's for plain shares of independent
 * rows. Time linear in rows, once for all of them and once for each set of slices; replicates do not depend on rows.
 */
public final class SummedEvaluator {
    private final String task;
    private final String model;
    private final SummedRows rows;
    private RowUnits units;
    private BootstrapSettings bootstrap = BootstrapSettings.defaults();
    private @Nullable String baselineName;
    private @Nullable SummedRows baseline;
    private int leastSliceRows = BinarySlices.DEFAULT_LEAST_ROWS;
    private @Nullable WeakSearch search;
    private final List<Threshold> thresholds = new ArrayList<>();
    private final List<List<SliceColumn>> slices = new ArrayList<>();

    /** A test of these rows. */
    public SummedEvaluator(String task, String model, SummedRows rows) {
        this.task = task;
        this.model = model;
        this.rows = rows;
        this.units = RowUnits.rows(rows.size());
    }

    /** Draws intervals so; they are percentiles, whatever the method. */
    public SummedEvaluator bootstrap(BootstrapSettings settings) {
        this.bootstrap = settings;
        return this;
    }

    /** Draws rows that depend on each other together. */
    public SummedEvaluator units(RowUnits dependent) {
        this.units = dependent;
        return this;
    }

    /**
     * Compares with another model.
     *
     * @throws IllegalArgumentException if it has another number of rows
     */
    public SummedEvaluator baseline(String name, SummedRows sameRows) {
        if (sameRows.size() != rows.size()) {
            throw new IllegalArgumentException("the baseline has " + sameRows.size() + " rows, the model " + rows.size()
                    + "; both must predict the same rows");
        }
        this.baselineName = name;
        this.baseline = sameRows;
        return this;
    }

    /**
     * Asks this of the model.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public SummedEvaluator require(Threshold threshold) {
        Metric.named(threshold.metric(), rows.metrics());
        thresholds.add(threshold);
        return this;
    }

    /** Evaluates every combination of these columns' values apart. */
    public SummedEvaluator slice(List<SliceColumn> columns) {
        slices.add(List.copyOf(columns));
        return this;
    }

    /** Leaves out slices with fewer rows. */
    public SummedEvaluator leastSliceRows(int least) {
        this.leastSliceRows = least;
        return this;
    }

    /** Looks for the parts where the model is worst. */
    public SummedEvaluator searchWeakest(WeakSearch settings) {
        this.search = settings;
        return this;
    }

    /**
     * Evaluates.
     *
     * @throws IllegalArgumentException if a threshold needs a baseline and there is none
     */
    public Evaluation evaluate() {
        List<MetricResult> metrics = new SummedMetrics(rows, baseline, units, bootstrap).results();
        EvaluationBuilder result = new EvaluationBuilder(task, model, rows.size(), bootstrap)
                .baseline(baselineName)
                .metrics(metrics)
                .slices(slices.stream()
                        .flatMap(columns -> slices(Partition.of(columns)).stream())
                        .sorted(Comparator.comparingLong(SliceResult::rows)
                                .reversed()
                                .thenComparing(SliceResult::name))
                        .toList());
        if (search != null) {
            double[] losses = new double[rows.size()];
            Arrays.setAll(losses, rows::loss);
            result.weakest(search.find(losses));
        }
        for (Threshold threshold : thresholds) {
            MetricResult of = metrics.stream()
                    .filter(metric -> metric.metric().equals(threshold.metric()))
                    .findFirst()
                    .orElseThrow();
            result.judgements(List.of(Judgements.of(threshold, of, rows.size())));
        }
        return result.build();
    }

    /** The largest ones, as many as a result holds. */
    private List<SliceResult> slices(Partition partition) {
        int[] chosen = IntStream.range(0, partition.rows().length)
                .filter(group -> partition.rows()[group] >= leastSliceRows)
                .boxed()
                .sorted(Comparator.comparingInt(group -> -partition.rows()[group]))
                .limit(EvaluationLimits.SLICES)
                .mapToInt(group -> group)
                .toArray();
        List<SliceResult> results = new ArrayList<>();
        for (int group : chosen) {
            int[] rowsOfGroup = IntStream.range(0, rows.size())
                    .filter(row -> partition.groupOfRow()[row] == group)
                    .toArray();
            List<MetricResult> metrics =
                    new SummedMetrics(rows.only(rowsOfGroup), null, units.only(rowsOfGroup), bootstrap).results();
            results.add(new SliceResult(partition.conditions().get(group), rowsOfGroup.length, metrics));
        }
        return results;
    }
}
