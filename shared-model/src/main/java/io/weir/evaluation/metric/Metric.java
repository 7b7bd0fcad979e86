package io.weir.evaluation.metric;

import java.util.List;
import java.util.stream.Collectors;

/** A number that tells how good predictions are. */
public interface Metric {
    /** Lower case with underscores: {@code roc_auc}. */
    String id();

    /** Whether more is better; a loss says false. */
    boolean higherIsBetter();

    /** The least value that it can take. */
    default double lowest() {
        return 0;
    }

    /** The greatest value that it can take; infinite if there is none. */
    default double highest() {
        return 1;
    }

    /** The reason for a value of NaN. */
    String whyUndefined();

    /** The metric of that id among these. */
    static <M extends Metric> M named(String id, List<M> known) {
        return known.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("metric '" + id + "' is unknown; there are "
                        + known.stream().map(Metric::id).collect(Collectors.joining(", "))));
    }
}
