package io.weir.anomaly;

import io.weir.series.TimeSeries;

/**
 * Scores every interval of a series in [0,1] against the values <em>before</em> it.
 *
 * <p>Implementations are stateless, deterministic and causal: the score, band and expectation of interval {@code i} are
 * the same whether or not later intervals are known, so that a replay over the past says what a live detector would have
 * said. Change points are the exception: they look back over the whole series. Too little history is an answer ({@link AnomalyReport#insufficient()}), not an exception.
 */
public interface AnomalyDetector {
    /**
     * Reports on every interval of {@code series}.
     *
     * @param series the series; gaps are skipped, never read as zero
     * @return one score, expectation and band per interval, the anomalous stretches and the change points
     */
    AnomalyReport detect(TimeSeries series);
}
