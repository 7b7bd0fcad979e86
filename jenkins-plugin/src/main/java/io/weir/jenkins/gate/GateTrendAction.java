package io.weir.jenkins.gate;

import hudson.model.InvisibleAction;
import hudson.model.Job;
import io.weir.jenkins.access.WeirPermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gates of a job over its builds, on the job's page. Made anew for each request. */
public final class GateTrendAction extends InvisibleAction {
    /** More gates than this in one job get no picture. */
    static final int MAX_GATES = 10;

    private final Job<?, ?> job;

    /** Of that job. */
    GateTrendAction(Job<?, ?> job) {
        this.job = job;
    }

    /**
     * A gate and its picture.
     *
     * @param title the step and what it is about
     * @param picture SVG, escaped
     */
    public record Trend(String title, String picture) {
        /** For the page, which asks for properties. */
        public String getTitle() {
            return title;
        }

        /** For the page. */
        public String getPicture() {
            return picture;
        }
    }

    /** A picture for each gate, that which ran last first; none for whoever may not see them. */
    public List<Trend> getTrends() {
        if (!job.hasPermission(WeirPermissions.VIEW)) {
            return List.of();
        }
        Map<String, List<TrendPoint>> byGate = new LinkedHashMap<>();
        for (TrendPoint point : GateHistory.read(job.getRootDir().toPath())) {
            byGate.computeIfAbsent(point.gate() + ": " + point.subject(), title -> new ArrayList<>())
                    .add(point);
        }
        return byGate.entrySet().stream()
                .sorted((one, other) -> Long.compare(
                        other.getValue().getLast().build(),
                        one.getValue().getLast().build()))
                .limit(MAX_GATES)
                .map(each -> new Trend(each.getKey(), picture(each.getValue())))
                .toList();
    }

    private static String picture(List<TrendPoint> points) {
        return points.getLast().metric() == null ? TrendPicture.of(points) : MetricTrendPicture.of(points);
    }
}
