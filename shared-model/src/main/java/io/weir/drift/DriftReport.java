package io.weir.drift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How current data compare with their reference, column by column.
 *
 * @param reference the reference's name
 * @param referenceRows its rows
 * @param current the current data's name
 * @param currentRows its rows
 * @param level probability of error that the verdicts were made with
 * @param correction for the number of comparisons
 * @param onlyInReference columns that the current data do not have
 * @param onlyInCurrent columns that the reference does not have
 * @param columns the others
 */
public record DriftReport(
        String reference,
        long referenceRows,
        String current,
        long currentRows,
        double level,
        Correction correction,
        List<String> onlyInReference,
        List<String> onlyInCurrent,
        List<ColumnDrift> columns) {
    private static final int NAMED = 5;

    /** Copies the lists. */
    public DriftReport {
        onlyInReference = List.copyOf(onlyInReference);
        onlyInCurrent = List.copyOf(onlyInCurrent);
        columns = List.copyOf(columns);
    }

    /** Drifted if any column is, stable only if all are. */
    public DriftVerdict verdict() {
        return DriftVerdict.ofAll(columns.stream().map(ColumnDrift::verdict).toList());
    }

    /** How many columns have each verdict. */
    public Map<DriftVerdict, Long> counts() {
        Map<DriftVerdict, Long> counts = new TreeMap<>();
        for (DriftVerdict verdict : DriftVerdict.values()) {
            counts.put(
                    verdict,
                    columns.stream().filter(c -> c.verdict() == verdict).count());
        }
        return counts;
    }

    /** One sentence for a person: "2 of 15 columns have drifted: age, country; for 3 there are too few rows to tell." */
    public String reason() {
        if (columns.isEmpty()) {
            return "There is no column to compare.";
        }
        long open = counts().getOrDefault(DriftVerdict.INSUFFICIENT_EVIDENCE, 0L);
        String rest = open == 0 ? "." : "; for " + open + " the data do not tell.";
        List<String> drifted = columns.stream()
                .filter(column -> column.verdict() == DriftVerdict.DRIFTED)
                .map(ColumnDrift::name)
                .toList();
        if (drifted.isEmpty()) {
            return open == 0
                    ? "All of " + columns.size() + " columns are stable."
                    : "None of " + columns.size() + " columns is known to have drifted" + rest;
        }
        String named = drifted.stream().limit(NAMED).map(Words::quoted).collect(Collectors.joining(", "));
        return drifted.size() + " of " + columns.size() + " columns have drifted: " + named
                + (drifted.size() > NAMED ? ", …" : "") + rest;
    }
}
