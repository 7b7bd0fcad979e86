package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.SummedEvaluator;
import io.weir.evaluation.WeakSearch;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.metric.Ranking;
import io.weir.evaluation.metric.RankingRows;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.trial.TrialData.BaselineColumns;
import io.weir.evaluation.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order of each query's documents by a score; the rows of a result are queries. */
final class RankingTrial implements TaskTrial {
    private static final int DEFAULT_RANK = 10;

    @Override
    public List<String> numeric(Roles roles, ColumnSurvey survey) {
        return List.of(
                TaskTrial.only(roles.label(), "label", Task.RANKING),
                TaskTrial.only(roles.predicted(), "score", Task.RANKING));
    }

    @Override
    public List<String> textual(Roles roles, ColumnSurvey survey) {
        return List.of(query(roles));
    }

    private static String query(Roles roles) {
        if (roles.query() == null) {
            throw new IllegalArgumentException("query is missing, must be the column whose rows are ranked together");
        }
        return roles.query();
    }

    @Override
    public Evaluation evaluate(TrialData data) {
        List<int[]> queries = queries(data.columns().labels(query(data.roles()), false));
        int[] ranks = data.settings().ranks().isEmpty()
                ? new int[] {DEFAULT_RANK}
                : data.settings().ranks().stream().mapToInt(k -> k).toArray();
        List<Ranking> rankings = rankings(data, data.roles(), data.columns(), queries);
        SummedEvaluator evaluator = new SummedEvaluator("ranking", data.model(), new RankingRows(rankings, ranks))
                .bootstrap(data.settings().bootstrap())
                .leastSliceRows(data.settings().cut().least());
        BaselineColumns baseline = data.baseline();
        if (baseline != null) {
            evaluator.baseline(
                    baseline.name(),
                    new RankingRows(rankings(data, baseline.roles(), baseline.columns(), queries), ranks));
        }
        data.slices()
                .forEach(columns -> evaluator.slice(columns.stream()
                        .map(column -> ofQueries(column, queries))
                        .toList()));
        WeakSearch search = data.search();
        if (search != null) {
            List<SliceColumn> columns = search.columns().stream()
                    .map(column -> ofQueries(column, queries))
                    .toList();
            evaluator.searchWeakest(
                    new WeakSearch(columns, search.leastRows(), search.depth(), search.most(), search.alpha()));
        }
        return evaluator.evaluate().toBuilder().findings(findings(rankings)).build();
    }

    private static List<int[]> queries(String[] names) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < names.length; row++) {
            rows.computeIfAbsent(names[row], each -> new ArrayList<>()).add(row);
        }
        return rows.values().stream()
                .map(each -> each.stream().mapToInt(row -> row).toArray())
                .toList();
    }

    private static List<Ranking> rankings(TrialData data, Roles roles, PredictionColumns columns, List<int[]> queries) {
        String label = data.roles().onlyLabel();
        double[] relevance = data.columns().finite(label);
        for (int row = 0; row < relevance.length; row++) {
            if (relevance[row] < 0) {
                throw data.columns()
                        .missing(label, row, "is " + relevance[row] + ", must be a relevance of at least 0");
            }
        }
        double[] scores = columns.numbers(roles.predicted().getFirst());
        return queries.stream()
                .map(rows -> new Ranking(chosen(relevance, rows), chosen(scores, rows)))
                .toList();
    }

    private static double[] chosen(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** A column that is the same for all documents of a query, as a column of queries. */
    private static SliceColumn ofQueries(SliceColumn column, List<int[]> queries) {
        int[] codes = new int[queries.size()];
        for (int query = 0; query < codes.length; query++) {
            int[] rows = queries.get(query);
            codes[query] = column.codes()[rows[0]];
            for (int row : rows) {
                if (column.codes()[row] != codes[query]) {
                    throw new IllegalArgumentException("slice column '" + column.name()
                            + "' differs between documents of one query (row " + (row + 1)
                            + "); a slice of a ranking must be a property of queries");
                }
            }
        }
        return new SliceColumn(column.name(), codes, column.values());
    }

    private static List<Finding> findings(List<Ranking> rankings) {
        long without = rankings.stream().filter(query -> !query.isRelevant()).count();
        @Nullable
        Finding finding = without == 0
                ? null
                : new Finding(
                        "queries_without_relevant",
                        "queries",
                        (double) without / rankings.size(),
                        Verdict.PASS,
                        without + " of " + rankings.size()
                                + " queries have no relevant document and are left out of all metrics.");
        return finding == null ? List.of() : List.of(finding);
    }
}
