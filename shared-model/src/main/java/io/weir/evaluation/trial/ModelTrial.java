package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tests a model by a table of its predictions.
 *
 * <p>The table is read twice, once to see what its columns are and once to load those that are needed, and a third time if rows
 * are hashed: 8 bytes a row for each column of numbers, 4 to 8 for each of categories, and 60 for sorting scores. Nothing outside
 * the folder is read. Not for use by several threads at once.
 */
public final class ModelTrial {
    private final Path root;
    private final TableOptions options;
    private final TrialSettings settings;

    /**
     * A trial with these settings.
     *
     * @param root folder that all files are in
     * @param options how tables are read
     */
    public ModelTrial(Path root, TableOptions options, TrialSettings settings) {
        this.root = root;
        this.options = options;
        this.settings = settings;
    }

    /**
     * Tests the predictions in a file.
     *
     * @param predictions a file, a folder or a glob below the root
     * @throws io.weir.table.TableException if a file or column is not there or damaged, naming it
     * @throws IllegalArgumentException if predictions or settings do not allow the test, naming place and value
     * @throws java.io.InterruptedIOException if the thread is interrupted
     */
    public Evaluation run(String predictions) throws IOException {
        return run(predictions, PredictedColumns.NONE);
    }

    /**
     * Tests the predictions of a model that was asked for them, about the rows of a table.
     *
     * @param table with the labels: a file, a folder or a glob below the root
     * @param predicted further columns, which settings name as they do the table's
     */
    public Evaluation run(String table, PredictedColumns predicted) throws IOException {
        TableSource source = source(table);
        Roles roles = settings.roles();
        ColumnSurvey survey = ColumnSurvey.of(table, source, predicted, neededColumns());
        Task task = settings.task() == null ? TaskRule.told(settings, survey) : settings.task();
        UnfitSettings.refuse(settings, task);
        TaskTrial trial = TaskTrial.of(task);
        PredictionColumns loaded = load(table, source, predicted, trial, roles, survey);
        int[] kept = labelled(loaded);
        PredictionColumns columns = kept.length == loaded.rows() ? loaded : loaded.only(kept);
        SliceColumns cuts = new SliceColumns(columns, survey, settings.cut().ranges());
        Baselines baselines = new Baselines(root, options, settings);
        TrialData data = new TrialData(
                settings.model() == null ? table : settings.model(),
                settings,
                survey,
                columns,
                cuts,
                baselines.paired(task, trial, survey, columns, loaded.rows(), kept),
                scales(columns));
        Evaluation evaluated = trial.evaluate(data);
        EvaluationBuilder result = baselines.compared(evaluated).toBuilder();
        List<Finding> findings = new ArrayList<>(missing(loaded.rows(), kept.length));
        findings.addAll(new TrialChecks(settings, options, root).findings(task, data, source));
        return Outcome.of(settings, result.findings(findings).build());
    }

    private TableSource source(String pattern) {
        return () -> Tables.open(root, pattern, options);
    }

    /** Every column that any part needs, so that one that is not there is told before anything is computed. */
    private Set<String> neededColumns() {
        Set<String> columns = new LinkedHashSet<>(settings.roles().all());
        settings.cut().columns().forEach(columns::addAll);
        columns.addAll(settings.cut().search());
        settings.fairness().forEach(choice -> columns.addAll(choice.columns()));
        columns.addAll(settings.checks().features());
        if (settings.baseline() instanceof BaselineChoice.Paired paired && paired.file() == null) {
            columns.addAll(paired.columns());
        }
        return columns;
    }

    private PredictionColumns load(
            String name,
            TableSource source,
            PredictedColumns predicted,
            TaskTrial trial,
            Roles roles,
            ColumnSurvey survey)
            throws IOException {
        Set<String> numeric = new LinkedHashSet<>(trial.numeric(roles, survey));
        Set<String> textual = new LinkedHashSet<>(trial.textual(roles, survey));
        if (settings.baseline() instanceof BaselineChoice.Paired paired && paired.file() == null) {
            Roles played = roles.played(paired.columns());
            numeric.addAll(trial.numeric(played, survey));
            textual.addAll(trial.textual(played, survey));
        }
        Set<String> cuts = new LinkedHashSet<>(settings.cut().search());
        settings.cut().columns().forEach(cuts::addAll);
        settings.fairness().forEach(choice -> cuts.addAll(choice.columns()));
        cuts.addAll(TrialChecks.leakColumns(settings, survey));
        for (String column : cuts) {
            ColumnKind kind = survey.of(column);
            if (!SliceColumns.isCut(kind) && kind.hasMany()) {
                throw new InvalidPredictionsException(name + ": column '" + column + "' has more than "
                        + ColumnKind.MOST_VALUES + " different texts, such as '"
                        + kind.values().getFirst() + "'; slices and groups need fewer");
            }
            (SliceColumns.isCut(kind) ? numeric : textual).add(column);
        }
        Room.require(name, Math.min(survey.rows(), settings.maxRows()), numeric.size() + textual.size());
        return PredictionColumns.load(name, source, predicted, numeric, textual, settings.maxRows());
    }

    /** Rows that have all labels; an error if too many have none. */
    private int[] labelled(PredictionColumns columns) {
        int[] kept = IntStream.range(0, columns.rows())
                .filter(row -> settings.roles().label().stream().noneMatch(label -> columns.isMissing(label, row)))
                .toArray();
        int missing = columns.rows() - kept.length;
        double tolerated = settings.checks().missingLabels();
        if (kept.length == 0 || missing > 0 && tolerated == 0) {
            int row = firstMissing(kept);
            String label = settings.roles().label().stream()
                    .filter(each -> columns.isMissing(each, row))
                    .findFirst()
                    .orElseThrow();
            throw new InvalidPredictionsException(columns.name() + ", row " + (row + 1) + ", column '" + label
                    + "': has no label, as " + Numbers.count(missing) + " of " + Numbers.count(columns.rows())
                    + " rows; drop them, or set checks.missing_labels to the share that may be left out");
        }
        return kept;
    }

    private static int firstMissing(int[] kept) {
        int row = 0;
        while (row < kept.length && kept[row] == row) {
            row++;
        }
        return row;
    }

    private List<Finding> missing(int rows, int kept) {
        if (rows == kept) {
            return List.of();
        }
        double share = (double) (rows - kept) / rows;
        double most = settings.checks().missingLabels();
        return List.of(new Finding(
                "missing_labels",
                String.join(", ", settings.roles().label()),
                share,
                share <= most ? Verdict.PASS : Verdict.FAIL,
                Numbers.count((long) rows - kept) + " of " + Numbers.count(rows)
                        + " rows have no label and are left out (" + Numbers.percent(share) + "), tolerated "
                        + Numbers.percent(most) + "."));
    }

    private double @Nullable [] scales(PredictionColumns columns) throws IOException {
        TrialSettings.History history = settings.history();
        if (history == null) {
            return null;
        }
        String label = settings.roles().onlyLabel();
        String series = settings.roles().series();
        PredictionColumns before = PredictionColumns.load(
                history.file(),
                source(history.file()),
                PredictedColumns.NONE,
                List.of(label),
                series == null ? List.of() : List.of(series),
                settings.maxRows());
        return HistoryScales.of(before, columns, label, series, history.season());
    }
}
