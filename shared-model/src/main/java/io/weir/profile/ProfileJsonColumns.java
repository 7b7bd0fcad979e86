package io.weir.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.sketch.DistinctSketch;
import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import io.weir.sketch.TopValues;
import java.time.Instant;
import java.util.Locale;

/** Columns to JSON. What is not a finite number is left out. */
final class ProfileJsonColumns {
    private static final double[] QUANTILES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    private static final int SHOWN_VALUES = 20;

    private ProfileJsonColumns() {}

    static void write(ObjectNode node, ColumnProfile column) {
        node.put("name", column.name()).put("type", column.type().id()).put("masked", column.masked());
        node.put("missing", column.missing()).put("empty", column.empty());
        node.put("nan", column.nan()).put("infinite", column.infinite());
        ObjectNode kinds = node.putObject("kinds");
        for (ValueKind kind : ValueKind.values()) {
            if (column.count(kind) > 0) {
                kinds.put(kind.name().toLowerCase(Locale.ROOT), column.count(kind));
            }
        }
        putDistinct(node.putObject("distinct"), column.distinct());
        if (column.numbers() != null) {
            writeNumbers(node.putObject("numbers"), column.numbers());
        }
        if (column.times() != null) {
            writeTimes(node.putObject("times"), column.times());
        }
        if (column.texts() != null) {
            writeTexts(node.putObject("texts"), column.texts());
        }
        if (!column.masked()) {
            putTop(node.putArray("top"), column.top());
        }
    }

    static void putDistinct(ObjectNode node, DistinctSketch distinct) {
        node.put("estimate", Math.round(distinct.estimate())).put("relative_error", distinct.relativeError());
    }

    private static void writeNumbers(ObjectNode node, NumberSummary numbers) {
        Moments moments = numbers.moments();
        node.put("count", moments.count());
        put(node, "min", moments.min());
        put(node, "max", moments.max());
        put(node, "mean", moments.mean());
        put(node, "standard_deviation", Math.sqrt(moments.variance()));
        put(node, "skewness", moments.skewness());
        put(node, "kurtosis", moments.kurtosis());
        KllSketch sketch = numbers.quantiles();
        node.put("rank_error", sketch.rankError());
        ArrayNode quantiles = node.putArray("quantiles");
        for (double q : QUANTILES) {
            ObjectNode each = quantiles.addObject().put("q", q);
            put(each, "value", sketch.quantile(q));
        }
        writeHistogram(node.putObject("histogram"), Histogram.equalWidth(numbers));
        writeHistogram(node.putObject("quantile_histogram"), Histogram.equalCount(numbers));
    }

    private static void writeHistogram(ObjectNode node, Histogram histogram) {
        ArrayNode edges = node.putArray("edges");
        for (double edge : histogram.edges()) {
            edges.add(edge);
        }
        ArrayNode shares = node.putArray("shares");
        for (double share : histogram.shares()) {
            shares.add(share);
        }
    }

    private static void writeTimes(ObjectNode node, NumberSummary times) {
        node.put("count", times.moments().count());
        putTime(node, "min", times.moments().min());
        putTime(node, "max", times.moments().max());
        node.put("rank_error", times.quantiles().rankError());
        ArrayNode quantiles = node.putArray("quantiles");
        for (double q : QUANTILES) {
            ObjectNode each = quantiles.addObject().put("q", q);
            putTime(each, "value", times.quantiles().quantile(q));
        }
    }

    private static void writeTexts(ObjectNode node, TextSummary texts) {
        Moments lengths = texts.lengths();
        node.put("count", lengths.count());
        put(node, "min_length", lengths.min());
        put(node, "max_length", lengths.max());
        put(node, "mean_length", lengths.mean());
        put(node, "standard_deviation_length", Math.sqrt(lengths.variance()));
        if (texts.first() != null) {
            node.put("first", texts.first()).put("last", texts.last());
        }
        putTop(node.putArray("patterns"), texts.patterns());
    }

    private static void putTop(ArrayNode array, TopValues values) {
        for (TopValues.Entry entry : values.top(SHOWN_VALUES)) {
            array.addObject()
                    .put("value", entry.value())
                    .put("count", entry.count())
                    .put("max_overcount", entry.maxOvercount());
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }

    private static void putTime(ObjectNode node, String name, double millis) {
        if (Double.isFinite(millis)) {
            node.put(name, Instant.ofEpochMilli(Math.round(millis)).toString());
        }
    }
}
