package io.weir.drift;

import java.util.List;

/**
 * One column's measures.
 *
 * @param name the column's name
 * @param numeric whether it holds numbers
 * @param measures at least one
 */
public record ColumnDrift(String name, boolean numeric, List<MeasuredDrift> measures) {
    /** Copies the list. */
    public ColumnDrift {
        measures = List.copyOf(measures);
    }

    /** Drifted if any measure says so, stable only if all do. */
    public DriftVerdict verdict() {
        return DriftVerdict.ofAll(measures.stream().map(MeasuredDrift::verdict).toList());
    }
}
