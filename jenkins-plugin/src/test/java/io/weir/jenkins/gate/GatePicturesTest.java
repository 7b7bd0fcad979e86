package io.weir.jenkins.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.drift.DriftVerdict;
import io.weir.gate.GateVerdict;
import io.weir.gate.data.ColumnShape;
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
