package io.weir.gate.data;

import io.weir.drift.ColumnDrift;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftVerdict;
import io.weir.drift.MeasuredDrift;
import io.weir.profile.ColumnProfile;
import io.weir.profile.DatasetProfile;
import io.weir.profile.Histogram;
import io.weir.profile.NumberSummary;
import io.weir.sketch.KllSketch;
import io.weir.sketch.TopValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the shapes of a profile's columns, drifted ones first. */
final class ColumnShapes {
    /** Most columns that are drawn. */
    static final int MAX = 200;

    /** Most bars of categories. */
    static final int CATEGORIES = 10;

    private ColumnShapes() {}

    static List<ColumnShape> of(DatasetProfile now, @Nullable DatasetProfile before, @Nullable DriftReport drift) {
        Map<String, ColumnDrift> judged = drift == null
                ? Map.of()
                : drift.columns().stream().collect(Collectors.toMap(ColumnDrift::name, one -> one, (a, b) -> a));
        return now.columns().stream()
                .sorted(Comparator.comparing(column -> rank(judged.get(column.name()))))
                .limit(MAX)
                .map(column ->
                        of(column, before == null ? null : before.column(column.name()), judged.get(column.name())))
                .toList();
    }

    private static int rank(@Nullable ColumnDrift drift) {
        return drift == null ? DriftVerdict.values().length : drift.verdict().ordinal();
    }

    private static ColumnShape of(ColumnProfile now, @Nullable ColumnProfile before, @Nullable ColumnDrift drift) {
        Bars bars = bars(now, before);
        return new ColumnShape(
                now.name(),
                now.type().id(),
                now.rows(),
                now.missing(),
                Math.round(now.distinct().estimate()),
                facts(now),
                bars.edges(),
                bars.labels(),
                bars.shares(),
                bars.before(),
                before == null || before.rows() == 0 ? Double.NaN : before.missing() / (double) before.rows(),
                drift == null ? null : drift.verdict(),
                drift == null ? "" : sentence(drift));
    }

    /** That of the measure which decides. */
    private static String sentence(ColumnDrift drift) {
        return drift.measures().stream()
                .min(Comparator.comparing(MeasuredDrift::verdict))
                .map(MeasuredDrift::reason)
                .orElse("");
    }

    private record Bars(List<Double> edges, List<String> labels, List<Double> shares, List<Double> before) {
        static final Bars NONE = new Bars(List.of(), List.of(), List.of(), List.of());
    }

    private static Bars bars(ColumnProfile now, @Nullable ColumnProfile before) {
        if (now.masked() || before != null && before.masked()) {
            return Bars.NONE;
        }
        NumberSummary numbers = main(now);
        if (numbers == null) {
            return categories(now, before);
        }
        NumberSummary earlier = before == null ? null : now.times() == numbers ? before.times() : before.numbers();
        double[] edges = edges(numbers, earlier);
        return new Bars(
                boxed(edges),
                List.of(),
                boxed(Histogram.of(numbers.quantiles(), edges).shares()),
                earlier == null || earlier.moments().count() == 0
                        ? List.of()
                        : boxed(Histogram.of(earlier.quantiles(), edges).shares()));
    }

    /** Numbers or times if they are at least half of the values and there is a finite one. */
    private static @Nullable NumberSummary main(ColumnProfile column) {
        for (NumberSummary each : Arrays.asList(column.times(), column.numbers())) {
            if (each != null
                    && each.moments().count() > 0
                    && 2 * each.quantiles().count() >= column.values()) {
                return each;
            }
        }
        return null;
    }

    /** Bars of equal width over both, from the first to the last percent, so that one outlier does not flatten the rest. */
    private static double[] edges(NumberSummary now, @Nullable NumberSummary before) {
        double low = finite(now, 0.01);
        double high = finite(now, 0.99);
        if (before != null && before.moments().count() > 0) {
            low = Math.min(low, finite(before, 0.01));
            high = Math.max(high, finite(before, 0.99));
        }
        int bins = low == high ? 1 : Histogram.BINS;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = low * ((double) (bins - i) / bins) + high * ((double) i / bins);
        }
        return edges;
    }

    private static double finite(NumberSummary numbers, double q) {
        return Math.clamp(
                numbers.quantiles().quantile(q),
                numbers.moments().min(),
                numbers.moments().max());
    }

    private static Bars categories(ColumnProfile now, @Nullable ColumnProfile before) {
        Map<String, Double> current = shares(now);
        Map<String, Double> earlier = before == null ? Map.of() : shares(before);
        Set<String> labels = new LinkedHashSet<>();
        List<String> byShare = new ArrayList<>(current.keySet());
        earlier.keySet().stream().filter(label -> !current.containsKey(label)).forEach(byShare::add);
        byShare.sort(Comparator.comparingDouble(
                label -> -Math.max(current.getOrDefault(label, 0.0), earlier.getOrDefault(label, 0.0))));
        byShare.stream().limit(CATEGORIES).forEach(labels::add);
        return new Bars(
                List.of(),
                List.copyOf(labels),
                labels.stream().map(label -> current.getOrDefault(label, 0.0)).toList(),
                earlier.isEmpty()
                        ? List.of()
                        : labels.stream()
                                .map(label -> earlier.getOrDefault(label, 0.0))
                                .toList());
    }

    private static Map<String, Double> shares(ColumnProfile column) {
        Map<String, Double> shares = new HashMap<>();
        for (TopValues.Entry entry : column.top().top(2 * CATEGORIES)) {
            shares.put(entry.value(), Math.min(1, entry.count() / (double) Math.max(1, column.values())));
        }
        return shares;
    }

    private static String facts(ColumnProfile column) {
        NumberSummary numbers = column.masked() ? null : main(column);
        if (numbers == null) {
            return "";
        }
        KllSketch sketch = numbers.quantiles();
        if (numbers == column.times()) {
            return "from " + time(numbers.moments().min()) + " to "
                    + time(numbers.moments().max());
        }
        return String.format(
                Locale.ROOT,
                "mean %.4g, deviation %.4g, median %.4g, from %.4g to %.4g",
                numbers.moments().mean(),
                Math.sqrt(numbers.moments().variance()),
                sketch.quantile(0.5),
                numbers.moments().min(),
                numbers.moments().max());
    }

    private static String time(double millis) {
        return Instant.ofEpochMilli((long) millis).toString();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
