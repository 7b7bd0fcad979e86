package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.evaluation.metric.InvalidPredictionsException;
import org.junit.jupiter.api.Test;

class RoomTest {
    @Test
    void shouldSayWhatIsNeededAndWhatThereIs() {
        assertThatThrownBy(() -> Room.require("p.csv", 20_000_000, 5, 900_000_000))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage(
                        "p.csv has 20,000,000 rows, of which 5 columns are loaded: about 3,600 MB, but this Java has 900 MB"
                                + " left; take a sample of the rows, or give the agent's Java a larger heap (-Xmx)");
    }

    @Test
    void shouldLetThroughWhatFits() {
        assertThatCode(() -> Room.require("p.csv", 1_000_000, 5, 900_000_000)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseToDrawMoreThanFits() {
        assertThatThrownBy(() -> Room.requireDrawn("explain", 100_000, 400, 900_000_000))
                .hasMessage(
                        "explain.rows draws 100,000 rows of 400 columns: about 4,000 MB, but this Java has 900 MB left; set it"
                                + " lower, or give the agent's Java a larger heap (-Xmx)");
        assertThatCode(() -> Room.requireDrawn("explain", 500, 2_000, 900_000_000))
                .doesNotThrowAnyException();
    }
}
