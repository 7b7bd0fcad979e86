package io.weir.gate.data;

import io.weir.drift.DriftReport;
import java.util.List;

/** Takes what is to be ignored out of a comparison's lists of columns that only one side has. */
final class Excused {
    private Excused() {}

    static DriftReport of(DriftReport drift, DataGateSettings settings) {
        return new DriftReport(
                drift.reference(),
                drift.referenceRows(),
                drift.current(),
                drift.currentRows(),
                drift.level(),
                drift.correction(),
                without(drift.onlyInReference(), settings),
                without(drift.onlyInCurrent(), settings),
                drift.columns());
    }

    private static List<String> without(List<String> columns, DataGateSettings settings) {
        return columns.stream()
                .filter(column -> !settings.ignored().contains(column))
                .toList();
    }
}
