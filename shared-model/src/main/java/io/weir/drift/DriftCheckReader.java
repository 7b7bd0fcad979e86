package io.weir.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.drift.distance.BinRule;
import io.weir.drift.distance.ZeroRule;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;

/** Reads one check: {@code {"measure": "psi", "limit": 0.25, "bins": "reference_deciles", "zeros": "half_row"}}. */
final class DriftCheckReader {
    static final String MEASURE = "measure";
    static final String LIMIT = "limit";
    static final String BINS = "bins";
    static final String EDGES = "edges";
    static final String ZEROS = "zeros";
    private static final int MAX_NAME = 40;

    private DriftCheckReader() {}

    static DriftCheck named(String measure, String at) {
        try {
            return DriftCheck.of(DriftMeasure.of(measure));
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(at + ": " + e.getMessage());
        }
    }

    static DriftCheck read(JsonFields fields) {
        DriftMeasure measure = fields.parsed(MEASURE, MAX_NAME, DriftMeasure::of);
        double limit = fields.has(LIMIT) ? fields.number(LIMIT, 0, Double.MAX_VALUE) : measure.defaultLimit();
        try {
            DriftCheck check = DriftCheck.of(measure, limit).withBins(bins(fields));
            DriftCheck read = fields.has(ZEROS) ? check.withZeros(fields.parsed(ZEROS, MAX_NAME, ZeroRule::of)) : check;
            fields.end();
            return read;
        } catch (InvalidJsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path(LIMIT) + ": " + e.getMessage());
        }
    }

    private static BinRule bins(JsonFields fields) {
        if (fields.has(EDGES)) {
            if (fields.has(BINS) && !fields.text(BINS, MAX_NAME).equals("given")) {
                throw new InvalidJsonException(
                        fields.path(EDGES) + " goes with bins 'given' only; leave one of the two out");
            }
            return given(fields);
        }
        return fields.has(BINS) ? fields.parsed(BINS, MAX_NAME, BinRule::of) : BinRule.REFERENCE_DECILES;
    }

    private static BinRule given(JsonFields fields) {
        JsonNode list = fields.value(EDGES);
        List<Double> edges = new ArrayList<>();
        if (list == null || !list.isArray()) {
            throw new InvalidJsonException(fields.path(EDGES) + " must be a list of ascending numbers");
        }
        for (JsonNode edge : list) {
            if (!edge.isNumber()) {
                throw fields.wrong(EDGES, edge, "a list of ascending numbers");
            }
            edges.add(edge.doubleValue());
        }
        try {
            return new BinRule.Given(edges);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path(EDGES) + ": " + e.getMessage());
        }
    }
}
