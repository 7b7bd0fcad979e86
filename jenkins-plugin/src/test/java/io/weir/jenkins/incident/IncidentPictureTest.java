package io.weir.jenkins.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.Evidence;
import io.weir.incident.MetricWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentPictureTest {
    @Test
    void shouldMarkEachValueOutsideItsBand() {
        assertThat(picture("m", 20, 25, 840, 5))
                .containsOnlyOnce("2 of them outside")
                .satisfies(svg -> assertThat(svg.split("<circle", -1)).hasSize(3));
    }

    @Test
    void shouldLeaveGapInTheLineWhereThereIsNoValue() {
        assertThat(picture("m", 20, 21, Double.NaN, 22, 23).split("stroke-width=\"1.5\"", -1))
                .hasSize(3);
    }

    @Test
    void shouldEscapeTheMetric() {
        assertThat(picture("<script>alert('x')</script>\"&", 20, 21))
                .doesNotContain("<script", "alert('x')")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
    }

    @Test
    void shouldHoldNoScriptStyleOrAddress() {
        assertThat(picture("m", 20, 840)).doesNotContain("<style", "style=", "<script", " on", "href", "url(");
    }

    @Test
    void shouldDrawNothingButItsDescriptionWithoutNumbers() {
        List<Evidence> points = List.of(
                new Evidence(Instant.EPOCH, "m", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, ""));

        assertThat(IncidentPicture.of(new MetricWindow("m", 1_000, points), 0))
                .contains("<desc")
                .doesNotContain("NaN", "polyline");
    }

    private static String picture(String metric, double... values) {
        List<Evidence> points = new ArrayList<>();
        for (double value : values) {
            Instant at = Instant.EPOCH.plusSeconds(10L * points.size());
            points.add(new Evidence(at, metric, value, 21, 12, 31, 0, ""));
        }
        return IncidentPicture.of(new MetricWindow(metric, 10_000, points), 0);
    }
}
