package io.weir.evaluation.metric;

import java.util.Arrays;

/**
 * Quality of the ranking of one query's documents.
 *
 * <p>Documents of equal score count by the mean over all their orders in NDCG (McSherry and Najork, ECIR 2008); the other metrics
 * keep the order in which such documents come. Relevance is at least 0; above 0 is relevant.
 */
public final class Ranking {
    private final double[] relevance;
    private final double[] scores;
    private final int[] order;

    /**
     * One query.
     *
     * @throws InvalidPredictionsException naming the document and the value that is not allowed
     */
    public Ranking(double[] relevance, double[] scores) {
        Inputs.notEmpty(relevance.length);
        Inputs.sameLength("the score", scores.length, relevance.length);
        Inputs.notNaN("the score", scores);
        for (int i = 0; i < relevance.length; i++) {
            if (!(relevance[i] >= 0 && relevance[i] < Double.POSITIVE_INFINITY)) {
                throw new InvalidPredictionsException("the relevance of document " + i + " is " + relevance[i]
                        + ", must be a finite number of at least 0");
            }
        }
        this.relevance = relevance;
        this.scores = scores;
        Integer[] boxed = new Integer[scores.length];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (a, b) -> Double.compare(scores[b], scores[a]));
        this.order = Arrays.stream(boxed).mapToInt(i -> i).toArray();
    }

    /** Discounted cumulative gain of the first {@code k} over that of the best order; gain is the relevance; NaN if none is. */
    public double ndcg(int k) {
        double[] best = relevance.clone();
        Arrays.sort(best);
        double ideal = 0;
        for (int i = 0; i < Math.min(k, best.length); i++) {
            ideal += best[best.length - 1 - i] * discount(i);
        }
        return gain(k) / ideal;
    }

    private double gain(int k) {
        double gain = 0;
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            double sum = relevance[order[from]];
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                sum += relevance[order[to++]];
            }
            for (int i = from; i < Math.min(to, k); i++) {
                gain += sum / (to - from) * discount(i);
            }
            from = to;
        }
        return gain;
    }

    /** Mean precision at the relevant documents among the first {@code k}, over as many as could be there; NaN if none is. */
    public double averagePrecision(int k) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < Math.min(k, order.length); i++) {
            if (relevance[order[i]] > 0) {
                found++;
                sum += found / (i + 1.0);
            }
        }
        return sum / Math.min(k, relevant());
    }

    /** One over the place of the first relevant document; 0 if it is not among the first {@code k}; NaN if there is none. */
    public double reciprocalRank(int k) {
        if (relevant() == 0) {
            return Double.NaN;
        }
        for (int i = 0; i < Math.min(k, order.length); i++) {
            if (relevance[order[i]] > 0) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** Share of the first {@code k} places that hold a relevant document. */
    public double precisionAt(int k) {
        int found = 0;
        for (int i = 0; i < Math.min(k, order.length); i++) {
            found += relevance[order[i]] > 0 ? 1 : 0;
        }
        return (double) found / k;
    }

    /** Share of the relevant documents that are among the first {@code k}; NaN if there is none. */
    public double recallAt(int k) {
        return precisionAt(k) * k / relevant();
    }

    /** Whether any document is relevant. */
    public boolean isRelevant() {
        return relevant() > 0;
    }

    private double relevant() {
        return Arrays.stream(relevance).filter(value -> value > 0).count();
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
