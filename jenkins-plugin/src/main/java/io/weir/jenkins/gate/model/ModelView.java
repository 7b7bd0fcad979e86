package io.weir.jenkins.gate.model;

import io.weir.evaluation.ConfusionMatrix;
import io.weir.evaluation.Curve;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.SliceResult;
import io.weir.evaluation.verdict.Numbers;
import io.weir.gate.model.ModelFindings;
import io.weir.jenkins.picture.CurvePicture;
import io.weir.jenkins.picture.IntervalPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a model's test found, on the page and in the remote API. All texts come from outside; page and pictures escape them. */
@ExportedBean(defaultVisibility = 2)
public final class ModelView {
    /** More lines nobody compares by eye; the table has all. */
    private static final int MAX_DRAWN = 40;

    /** A larger matrix does not fit on a page. */
    private static final int MAX_CLASSES = 20;

    private final Evaluation evaluation;

    /** Of that result. */
    public ModelView(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** What is predicted. */
    @Exported
    public String getTask() {
        return evaluation.task();
    }

    /** How it was tested, for people. */
    public String getMethod() {
        return Numbers.count(evaluation.rows()) + " rows, intervals of "
                + Numbers.percent(evaluation.bootstrap().confidence()) + ", seed "
                + evaluation.bootstrap().seed();
    }

    /** Whether it was compared with a baseline. */
    public boolean isCompared() {
        return evaluation.metrics().stream().anyMatch(metric -> metric.comparison() != null);
    }

    /** All metrics. */
    @Exported
    public List<MetricView> getMetrics() {
        return evaluation.metrics().stream().map(MetricView::new).toList();
    }

    /** The metric by which slices are shown. */
    @Exported
    public String getMainMetric() {
        return ModelFindings.metrics(evaluation).stream()
                .map(metric -> metric.name())
                .filter(name -> evaluation.slices().isEmpty()
                        || evaluation.slices().getFirst().metrics().stream()
                                .anyMatch(metric -> metric.metric().equals(name)))
                .findFirst()
                .orElse("");
    }

    /** Curves of a classifier. */
    public List<Picture> getCurves() {
        return evaluation.curves().stream().map(ModelView::picture).toList();
    }

    private static Picture picture(Curve curve) {
        double[] x = curve.points().stream().mapToDouble(Curve.Point::x).toArray();
        double[] y = curve.points().stream().mapToDouble(Curve.Point::y).toArray();
        return switch (curve.name()) {
            case "roc" ->
                new Picture(
                        "ROC",
                        new CurvePicture("ROC curve", "false positive rate", "true positive rate")
                                .diagonal()
                                .line(x, y, false)
                                .draw());
            case "precision_recall" ->
                new Picture(
                        "Precision and recall",
                        new CurvePicture("precision by recall", "recall", "precision")
                                .line(x, y, false)
                                .draw());
            default ->
                new Picture(
                        curve.name().replace('_', ' '),
                        new CurvePicture(curve.name(), "predicted", "observed")
                                .diagonal()
                                .line(x, y, true)
                                .draw());
        };
    }

    /** The slices by the main metric, beside the whole, as a picture; empty if there are none. */
    public String getSlicePicture() {
        String metric = getMainMetric();
        List<IntervalPicture.Item> items = new ArrayList<>();
        for (SliceResult slice : evaluation.slices()) {
            MetricResult result = of(slice, metric);
            if (result != null && Double.isFinite(result.value()) && items.size() < MAX_DRAWN) {
                items.add(new IntervalPicture.Item(
                        slice.name(), result.value(), Shown.low(result.interval()), Shown.high(result.interval())));
            }
        }
        MetricResult whole = evaluation.metric(metric);
        return IntervalPicture.of(
                metric + " of slices, dashed that of all rows", items, whole == null ? Double.NaN : whole.value());
    }

    private static @Nullable MetricResult of(SliceResult slice, String metric) {
        return slice.metrics().stream()
                .filter(each -> each.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    /** The slices by the main metric. */
    @Exported
    public List<SliceView> getSlices() {
        String metric = getMainMetric();
        List<SliceView> views = new ArrayList<>();
        for (SliceResult slice : evaluation.slices()) {
            MetricResult result = of(slice, metric);
            String note = result == null ? null : result.note();
            views.add(new SliceView(
                    slice.name(),
                    slice.rows(),
                    result == null ? "" : Numbers.shown(result.value()),
                    result == null || result.interval() == null
                            ? Objects.requireNonNullElse(note, "")
                            : Shown.interval(result.interval())));
        }
        return views;
    }

    /** Where the model loses most. */
    @Exported
    public List<SliceView> getWeakest() {
        return evaluation.weakest().stream()
                .map(slice -> new SliceView(
                        Shown.conditions(slice.conditions()),
                        slice.rows(),
                        Shown.number(slice.loss()),
                        Shown.number(slice.lossElsewhere())))
                .toList();
    }

    /** Groups that are compared. */
    @Exported
    public List<GroupsView> getFairness() {
        return evaluation.fairness().stream().map(GroupsView::new).toList();
    }

    /** Names of the classes of the confusion matrix; empty if there is none, or it is too large for a page. */
    public List<String> getClasses() {
        ConfusionMatrix matrix = evaluation.confusion();
        return matrix == null || matrix.classes().size() > MAX_CLASSES ? List.of() : matrix.classes();
    }

    /** Rows by class and predicted class, as {@link #getClasses()} has them. */
    @Exported
    public List<List<Long>> getConfusion() {
        ConfusionMatrix matrix = evaluation.confusion();
        return matrix == null ? List.of() : matrix.rows();
    }

    /** What the model leans on, by method; empty if that was not asked. */
    @Exported
    public List<ImportancesView> getImportances() {
        return ImportancesView.of(evaluation.importances());
    }

    /** How the model bears disturbed features, by metric; empty if that was not asked. */
    @Exported
    public List<RobustnessView> getRobustness() {
        return RobustnessView.of(evaluation.robustness());
    }
}
