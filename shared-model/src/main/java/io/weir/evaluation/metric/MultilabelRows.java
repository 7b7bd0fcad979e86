package io.weir.evaluation.metric;

import io.weir.evaluation.metric.ClassCounts.Average;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Sets of labels and predicted sets as sums: three numbers for each label, and each row's own. Arrays are kept. */
public final class MultilabelRows implements SummedRows {
    private static final int ROWS = 0;
    private static final int EXACT = 1;
    private static final int WRONG = 2;
    private static final int JACCARD = 3;
    private static final int LABELS = 4;

    private final byte[][] labels;
    private final byte[][] predictions;

    /**
     * Rows.
     *
     * @param labels by label, then by row: 0 or 1, as {@code predictions}
     * @throws InvalidPredictionsException if there is no label or no row, or arrays differ in length
     */
    public MultilabelRows(byte[][] labels, byte[][] predictions) {
        Inputs.notEmpty(labels.length == 0 ? 0 : labels[0].length);
        Inputs.sameLength("the prediction", predictions.length, labels.length);
        for (int i = 0; i < labels.length; i++) {
            Inputs.sameLength("the label", labels[i].length, labels[0].length);
            Inputs.sameLength("the prediction", predictions[i].length, labels[0].length);
        }
        this.labels = labels;
        this.predictions = predictions;
    }

    @Override
    public int size() {
        return labels[0].length;
    }

    @Override
    public int width() {
        return LABELS + 3 * labels.length;
    }

    @Override
    public void addTo(double[] sums, int offset, int row) {
        int both = 0;
        int either = 0;
        int from = offset + LABELS;
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i][row];
            int prediction = predictions[i][row];
            both += label & prediction;
            either += label | prediction;
            sums[from + i] += label & prediction;
            sums[from + labels.length + i] += label;
            sums[from + 2 * labels.length + i] += prediction;
        }
        sums[offset + ROWS]++;
        sums[offset + EXACT] += both == either ? 1 : 0;
        sums[offset + WRONG] += (double) (either - both) / labels.length;
        sums[offset + JACCARD] += either > 0 ? (double) both / either : 0;
    }

    @Override
    public double loss(int row) {
        double wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            wrong += labels[i][row] ^ predictions[i][row];
        }
        return wrong / labels.length;
    }

    @Override
    public List<SummedMetric> metrics() {
        String never = "the rows have no weight";
        List<SummedMetric> metrics = new ArrayList<>();
        metrics.add(SummedMetric.share("subset_accuracy", EXACT, ROWS));
        metrics.add(SummedMetric.loss("hamming_loss", never, sums -> sums[WRONG] / sums[ROWS]));
        metrics.add(SummedMetric.score("jaccard", never, sums -> sums[JACCARD] / sums[ROWS]));
        for (Average average : List.of(Average.MACRO_OF_ALL, Average.MICRO, Average.WEIGHTED)) {
            String name =
                    average == Average.MACRO_OF_ALL ? "macro" : average.name().toLowerCase(Locale.ROOT);
            metrics.add(counted("precision_" + name, counts -> counts.precision(average)));
            metrics.add(counted("recall_" + name, counts -> counts.recall(average)));
            metrics.add(counted("f1_" + name, counts -> counts.f1(average)));
        }
        return metrics;
    }

    private SummedMetric counted(String id, ToDoubleFunction<ClassCounts> formula) {
        int count = labels.length;
        return SummedMetric.score(
                id,
                "no label occurs or none is predicted",
                sums -> formula.applyAsDouble(ClassCounts.of(sums, LABELS, count)));
    }
}
