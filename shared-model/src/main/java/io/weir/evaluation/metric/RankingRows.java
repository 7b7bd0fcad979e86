package io.weir.evaluation.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Rankings of queries as sums, a row being a query: means over the queries that define a metric, which are those with a relevant
 * document.
 */
public final class RankingRows implements SummedRows {
    private final List<String> ids = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final double[] losses;

    /**
     * Queries.
     *
     * @param ranks each the k of metrics at k
     */
    public RankingRows(List<Ranking> queries, int... ranks) {
        Inputs.notEmpty(queries.size());
        losses = add("ndcg", queries, query -> query.ndcg(Integer.MAX_VALUE));
        add("map", queries, query -> query.averagePrecision(Integer.MAX_VALUE));
        add("mrr", queries, query -> query.reciprocalRank(Integer.MAX_VALUE));
        for (int k : ranks) {
            add("ndcg@" + k, queries, query -> query.ndcg(k));
            add("map@" + k, queries, query -> query.averagePrecision(k));
            add("mrr@" + k, queries, query -> query.reciprocalRank(k));
            add("precision@" + k, queries, query -> query.isRelevant() ? query.precisionAt(k) : Double.NaN);
            add("recall@" + k, queries, query -> query.recallAt(k));
        }
    }

    private double[] add(String id, List<Ranking> queries, ToDoubleFunction<Ranking> metric) {
        double[] of = queries.stream().mapToDouble(metric).toArray();
        ids.add(id);
        values.add(of);
        return of;
    }

    @Override
    public int size() {
        return losses.length;
    }

    @Override
    public int width() {
        return 2 * values.size();
    }

    @Override
    public void addTo(double[] sums, int offset, int row) {
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i)[row];
            if (!Double.isNaN(value)) {
                sums[offset + 2 * i] += value;
                sums[offset + 2 * i + 1]++;
            }
        }
    }

    /** How far NDCG is from 1; 0 of a query without a relevant document. */
    @Override
    public double loss(int row) {
        return Double.isNaN(losses[row]) ? 0 : 1 - losses[row];
    }

    @Override
    public List<SummedMetric> metrics() {
        List<SummedMetric> metrics = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int at = 2 * i;
            metrics.add(SummedMetric.score(
                    ids.get(i), "no query has a relevant document", sums -> sums[at] / sums[at + 1]));
        }
        return metrics;
    }
}
