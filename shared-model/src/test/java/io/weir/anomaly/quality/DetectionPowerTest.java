package io.weir.anomaly.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.anomaly.AnomalyReport;
import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Samples;
import io.weir.anomaly.SeasonalDetector;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How small a spike is found at the default sensitivity.
 *
 * <p>An oracle that knows level and spread finds one of 6 spreads in 98 % of cases (P(Z > 3.89 - 6)). A quarter of that
 * distance is what learning may cost.
 */
class DetectionPowerTest {
    private static final int LENGTH = 1_500;
    private static final int SPIKE = 1_200;

    @ParameterizedTest
    @CsvSource({"0, 6, 0.75", "0, 8, 0.98", "60, 6, 0.6", "60, 8, 0.95"})
    void shouldFindSpikes(int period, double spreads, double least) {
        int found = 0;
        int tries = 200;
        for (int seed = 0; seed < tries; seed++) {
            Random random = new Random(seed);
            double[] values = Samples.values(
                    LENGTH, i -> (period == 0 ? 0 : Samples.wave(i, period, 10)) + random.nextGaussian());
            values[SPIKE] += spreads;
            AnomalyReport report = new SeasonalDetector(AnomalySettings.DEFAULT).detect(Samples.series(values));
            found += report.anomalous(SPIKE) ? 1 : 0;
        }
        assertThat((double) found / tries).isGreaterThanOrEqualTo(least);
    }
}
