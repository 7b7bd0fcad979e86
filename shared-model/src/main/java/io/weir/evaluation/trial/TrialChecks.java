package io.weir.evaluation.trial;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.check.LabelLeak;
import io.weir.evaluation.check.RowOverlap;
import io.weir.evaluation.slice.Partition;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Verdict;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks of the rows beside the predictions. */
final class TrialChecks {
    /** Rates among fewer people are chance, and may tell who they are. */
    static final int LEAST_GROUP = 10;

    private final TrialSettings settings;
    private final TableOptions options;
    private final Path root;

    TrialChecks(TrialSettings settings, TableOptions options, Path root) {
        this.settings = settings;
        this.options = options;
        this.root = root;
    }

    /** Features that are tested for leaks: numbers, and texts of few enough values. */
    static List<String> leakColumns(TrialSettings settings, ColumnSurvey survey) {
        return Double.isNaN(settings.checks().leak())
                ? List.of()
                : settings.checks().features().stream()
                        .filter(column -> survey.of(column).isNumeric()
                                || !survey.of(column).hasMany())
                        .toList();
    }

    List<Finding> findings(Task task, TrialData data, TableSource rows) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (task == Task.BINARY || task == Task.MULTICLASS) {
            findings.addAll(oneClass(data));
        }
        data.slices()
                .forEach(columns -> findings.addAll(
                        smallGroups("small_slices", columns, settings.cut().least(), "left out")));
        settings.fairness()
                .forEach(choice -> findings.addAll(smallGroups(
                        "small_groups", data.cuts().of(choice.columns()), LEAST_GROUP, "too few for a verdict")));
        if (!Double.isNaN(settings.checks().leak())) {
            findings.addAll(leaks(data));
        }
        if (settings.checks().needsHashes()) {
            findings.addAll(hashes(rows));
        }
        return findings;
    }

    private List<Finding> oneClass(TrialData data) {
        String label = settings.roles().onlyLabel();
        boolean numeric = data.survey().of(label).isNumeric();
        List<String> values = Arrays.stream(data.columns().labels(label, numeric))
                .distinct()
                .limit(2)
                .toList();
        return values.size() > 1
                ? List.of()
                : List.of(new Finding(
                        "one_class",
                        label,
                        Double.NaN,
                        Verdict.INSUFFICIENT_EVIDENCE,
                        "all rows have the label '" + values.getFirst()
                                + "'; how the model tells classes apart cannot be seen. Add rows of the others."));
    }

    private static List<Finding> smallGroups(String check, List<SliceColumn> columns, int least, String what) {
        Partition partition = Partition.of(columns);
        long small =
                Arrays.stream(partition.rows()).filter(rows -> rows < least).count();
        int smallest = Arrays.stream(partition.rows()).min().orElse(0);
        return small == 0
                ? List.of()
                : List.of(new Finding(
                        check,
                        String.join(
                                ", ", columns.stream().map(SliceColumn::name).toList()),
                        small,
                        Verdict.PASS,
                        small + " of " + partition.rows().length + " groups have fewer than " + least
                                + " rows, the smallest " + smallest + ": " + what + "."));
    }

    private List<Finding> leaks(TrialData data) {
        String column = settings.roles().onlyLabel();
        ColumnKind kind = data.survey().of(column);
        String positive = BinaryLabels.positive(column, kind.values(), settings.positive(), kind.isNumeric());
        byte[] labels = BinaryLabels.flags(data.columns().labels(column, kind.isNumeric()), positive);
        double limit = settings.checks().leak();
        List<Finding> findings = new ArrayList<>();
        for (String feature : leakColumns(settings, data.survey())) {
            findings.add(
                    SliceColumns.isCut(data.survey().of(feature))
                            ? LabelLeak.ofNumbers(
                                    feature, labels, data.columns().numbersOrNaN(feature), limit)
                            : LabelLeak.ofCategories(data.cuts().of(feature), labels, limit));
        }
        return findings;
    }

    private List<Finding> hashes(TableSource rows) throws IOException {
        CheckSettings checks = settings.checks();
        long[] tested = RowHashes.of(rows, checks.features(), settings.maxRows());
        List<Finding> findings = new ArrayList<>();
        if (!Double.isNaN(checks.duplicates())) {
            findings.add(RowOverlap.duplicates(tested, checks.duplicates()));
        }
        String train = checks.train();
        if (train != null) {
            long[] trained =
                    RowHashes.of(() -> Tables.open(root, train, options), checks.features(), settings.maxRows());
            findings.add(RowOverlap.between(trained, tested, checks.overlap()));
        }
        return findings;
    }
}
