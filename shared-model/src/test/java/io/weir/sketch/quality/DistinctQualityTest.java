package io.weir.sketch.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.sketch.DistinctSketch;
import io.weir.sketch.Hashing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether at least 99 of 100 distinct counts are within 0.02 of the truth, from where the sketch stops to be exact on;
 * three standard errors of 0.006 are 0.018. The values are texts that differ in a few characters, as identifiers do.
 */
class DistinctQualityTest {
    private static final int STREAMS = 200;

    @ParameterizedTest
    @ValueSource(ints = {3_500, 8_000, 20_000, 60_000})
    void shouldBeWithinTwoPercent(int distinct) {
        int kept = 0;
        for (int stream = 0; stream < STREAMS; stream++) {
            DistinctSketch sketch = new DistinctSketch();
            for (int i = 0; i < distinct; i++) {
                sketch.add(Hashing.hash("customer-" + stream + "/" + i));
            }
            kept += Math.abs(sketch.estimate() / distinct - 1) <= 0.02 ? 1 : 0;
        }

        assertThat(kept).isGreaterThanOrEqualTo(STREAMS * 99 / 100);
    }
}
