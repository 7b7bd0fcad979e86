package io.weir.jenkins.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.drift.DriftVerdict;
import io.weir.gate.GateMetric;
import io.weir.gate.GateVerdict;
import io.weir.gate.data.ColumnShape;
import io.weir.jenkins.picture.CurvePicture;
import io.weir.jenkins.picture.IntervalPicture;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GatePicturesTest {
    private static final String EVIL = "<script>alert('x')</script>\"&";

    @Test
    void shouldDrawBarsOfNumbersAndOutlineTheBaseline() {
        String svg = HistogramPicture.of(numbers("age", List.of(0.5, 0.5)));

        assertThat(svg.split("<rect", -1)).hasSize(4);
        assertThat(svg).contains("<polyline", "10 to 20: 25.0 %, baseline 50.0 %", ">10<", ">40<");
    }

    @Test
    void shouldDrawNoOutlineWithoutBaseline() {
        assertThat(HistogramPicture.of(numbers("age", List.of()))).doesNotContain("polyline", "baseline");
    }

    @Test
    void shouldDrawRowsOfCategories() {
        String svg = HistogramPicture.of(categories("plan", "basic", ""));

        assertThat(svg).contains(">basic<", ">(empty)<");
        assertThat(svg.split("fill=\"none\"", -1)).hasSize(3);
    }

    @Test
    void shouldDrawNothingOfMaskedColumn() {
        assertThat(HistogramPicture.of(shape("secret", List.of(), List.of(), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void shouldEscapeNamesAndValues() {
        assertThat(HistogramPicture.of(categories(EVIL, EVIL, "b"))).doesNotContain("<script", "alert('x')");
        assertThat(TrendPicture.of(List.of(point(1, EVIL)))).doesNotContain("<script");
    }

    @Test
    void shouldHoldNoScriptStyleOrAddress() {
        assertThat(HistogramPicture.of(numbers("m", List.of(0.1, 0.9))) + TrendPicture.of(List.of(point(1, "s"))))
                .doesNotContain("<style", "style=", "<script", " on", "href", "url(", "NaN");
    }

    @Test
    void shouldDrawTheLastBuildsOnly() {
        List<TrendPoint> points =
                LongStream.rangeClosed(1, 100).mapToObj(i -> point(i, "s")).toList();

        assertThat(TrendPicture.of(points).split("<rect", -1)).hasSize(TrendPicture.MAX + 1);
        assertThat(TrendPicture.of(points)).contains(">#61<", ">#100<").doesNotContain("#60:");
    }

    @Test
    void shouldDrawMetricsOverBuildsWithTheirIntervals() {
        List<TrendPoint> points =
                List.of(measured(1, "roc_auc", 0.7), measured(2, EVIL, 0.5), measured(3, "roc_auc", 0.8));

        String svg = MetricTrendPicture.of(points);
        assertThat(svg)
                .contains("roc_auc", "#3: failed, roc_auc 0.8 (0.7 to 0.9)")
                .doesNotContain("#2:", "NaN");
        assertThat(svg.split("<circle", -1)).hasSize(3);
        assertThat(MetricTrendPicture.of(List.of(measured(1, EVIL, 0.5)))).doesNotContain("<script", "alert('x')");
    }

    @Test
    void shouldDrawNumbersWithAndWithoutIntervalsOnOneScale() {
        String svg = IntervalPicture.of(
                EVIL,
                List.of(
                        new IntervalPicture.Item(EVIL, 0.5, 0.25, 0.75),
                        new IntervalPicture.Item("alone", 1, Double.NaN, Double.NaN)),
                0.4);

        assertThat(svg)
                .contains("0.5 (0.25 to 0.75)", "alone: 1", "stroke-dasharray")
                .doesNotContain("<script", "NaN");
        assertThat(svg.split("<circle", -1)).hasSize(3);
        assertThat(IntervalPicture.of("none", List.of(), 0)).isEmpty();
    }

    @Test
    void shouldDrawWhatStandsBesideANumberAsARing() {
        String svg = IntervalPicture.of(
                "importance", List.of(new IntervalPicture.Item(EVIL, 0.5, Double.NaN, Double.NaN, 1.5)), Double.NaN);

        assertThat(svg)
                .contains("fill=\"none\"", ", baseline: 1.5<", ">1.5</text>")
                .doesNotContain("<script", "NaN", "stroke-width=\"5\"");
        assertThat(svg.split("<circle", -1)).hasSize(3);
    }

    @Test
    void shouldKeepCurvesWithinTheirSquare() {
        String svg = new CurvePicture(EVIL, "x", EVIL)
                .diagonal()
                .line(new double[] {-1, 0.5, 2}, new double[] {0, 0.5, 1}, true)
                .draw();

        assertThat(svg)
                .contains("points=\"40.0,208.0 140.0,108.0 240.0,8.0 \"")
                .doesNotContain("<script", "alert('x')");
    }

    private static TrendPoint measured(long build, String metric, double value) {
        return new TrendPoint(
                build,
                "testModel",
                "m",
                GateVerdict.FAILED,
                10,
                1,
                2,
                new GateMetric(metric, value, value - 0.1, value + 0.1));
    }

    private static TrendPoint point(long build, String subject) {
        return new TrendPoint(build, "validateData", subject, GateVerdict.FAILED, 10 * build, 2, 9, null);
    }

    private static ColumnShape numbers(String name, List<Double> before) {
        List<Double> half = before.isEmpty() ? before : List.of(0.5, 0.25, 0.25);
        return shape(name, List.of(10.0, 20.0, 30.0, 40.0), List.of(), List.of(0.25, 0.5, 0.25), half);
    }

    private static ColumnShape categories(String name, String... labels) {
        return shape(name, List.of(), List.of(labels), List.of(0.75, 0.25), List.of(0.5, 0.5));
    }

    private static ColumnShape shape(
            String name, List<Double> edges, List<String> labels, List<Double> shares, List<Double> before) {
        return new ColumnShape(
                name,
                "integer",
                100,
                1,
                9,
                "",
                edges,
                labels,
                shares,
                before,
                0.1,
                DriftVerdict.DRIFTED,
                "it has drifted");
    }
}
