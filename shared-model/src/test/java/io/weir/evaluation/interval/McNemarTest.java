package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTest {
    @Test
    void shouldDoubleTheBinomialTail() {
        // P(X <= 1), X ~ B(8, 1/2), is 9/256.
        McNemar test = new McNemar(1, 7);

        assertThat(test.exactP()).isCloseTo(18.0 / 256, within(1e-14));
        assertThat(test.midP()).isCloseTo(10.0 / 256, within(1e-14));
    }

    @Test
    void shouldFindNothingInATie() {
        assertThat(new McNemar(4, 4).exactP()).isEqualTo(1);
        // 1 - P(X = 4) / 2, X ~ B(8, 1/2), P = 70/256.
        assertThat(new McNemar(4, 4).midP()).isCloseTo(1 - 35.0 / 256, within(1e-14));
        assertThat(new McNemar(0, 0).midP()).isEqualTo(1);
    }

    @Test
    void shouldManageManyRows() {
        assertThat(new McNemar(500_000, 502_000).midP()).isCloseTo(0.0457, within(2e-3));
    }
}
