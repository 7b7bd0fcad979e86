package io.weir.anomaly;

import java.util.List;

/**
 * What a detector says of a series. All arrays have one element per interval of the series.
 *
 * @param score unusualness in [0,1]: L / (L + 4) where 10 to the power of -L is the probability of a value at least as far
 *     off; 0.5 is one in ten thousand; NaN for a gap and for an interval with too little history before it
 * @param expected the value that was expected, in the metric's unit; NaN where there is no score
 * @param lower lower end of the expected band, in the metric's unit; NaN where there is no score
 * @param upper upper end of the expected band, in the metric's unit; NaN where there is no score
 * @param threshold the score from which an interval is anomalous, which is when its value is outside the band on a side
 *     that counts
 * @param stretches runs of anomalous intervals, in order
 * @param changePoints all lasting changes of the series, in order
 * @param seasonLength intervals in one season that was used, 0 for none
 * @param insufficient true if no interval could be scored
 * @param reason one sentence on the whole, readable at 3 a.m.; names what is missing if {@code insufficient}
 */
public record AnomalyReport(
        double[] score,
        double[] expected,
        double[] lower,
        double[] upper,
        double threshold,
        List<AnomalousStretch> stretches,
        List<ChangePoint> changePoints,
        int seasonLength,
        boolean insufficient,
        String reason) {

    /** Copies the lists; the arrays are handed over, not copied, and are not changed afterwards. */
    public AnomalyReport {
        stretches = List.copyOf(stretches);
        changePoints = List.copyOf(changePoints);
    }

    /** Whether interval {@code i} is anomalous; a gap is not. */
    public boolean anomalous(int i) {
        return score[i] >= threshold;
    }

    /** Whether interval {@code i} could be judged: it has a value and enough history before it. */
    public boolean scored(int i) {
        return !Double.isNaN(score[i]);
    }
}
