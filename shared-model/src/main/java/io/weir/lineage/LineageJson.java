package io.weir.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import io.weir.lineage.DataQuality.Assertion;
import io.weir.lineage.DataQuality.ColumnQuality;
import io.weir.lineage.DataQuality.Range;
import io.weir.lineage.LineageEvent.Dataset;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@link LineageEvent} as OpenLineage 2-0-2 has it, within {@code docs/contracts/lineage-event.schema.json}.
 *
 * <p>Data carry the facets {@code schema} and {@code version}, inputs also {@code dataQualityMetrics} and
 * {@code dataQualityAssertions}, outputs {@code outputStatistics}. Numbers that JSON doesn't have, infinities, are left out.
 * Of more than {@value #MOST_COLUMNS} columns or assertions the first are told, and how many were left out.
 */
public final class LineageJson {
    /** A thousand columns with quantiles are about 300 KB. */
    public static final int MOST_COLUMNS = 1_000;

    /** Who says it; what is here documents the events. */
    public static final String PRODUCER = "https://github.com/jenkinsci/weir-plugin";

    private static final String SPEC = "https://openlineage.io/spec/";
    private static final int MOST_ERROR = 2_000;

    private LineageJson() {}

    /** The event as a JSON object. */
    public static ObjectNode write(LineageEvent event) {
        ObjectNode root = StrictJson.object();
        root.put("eventType", event.type().name());
        root.put("eventTime", event.time().toString());
        root.put("producer", PRODUCER);
        root.put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        ObjectNode run = root.putObject("run").put("runId", event.run().toString());
        String error = event.error();
        if (error != null) {
            facet(run.putObject("facets"), "errorMessage", "1-0-1", "ErrorMessageRunFacet")
                    .put("message", error.length() > MOST_ERROR ? error.substring(0, MOST_ERROR) : error)
                    .put("programmingLanguage", "Java");
        }
        ObjectNode job =
                root.putObject("job").put("namespace", event.namespace()).put("name", event.job());
        facet(job.putObject("facets"), "jobType", "2-0-3", "JobTypeJobFacet")
                .put("processingType", "BATCH")
                .put("integration", "JENKINS")
                .put("jobType", "JOB");
        datasets(root.putArray("inputs"), event.inputs(), true);
        datasets(root.putArray("outputs"), event.outputs(), false);
        return root;
    }

    private static ObjectNode facet(ObjectNode facets, String name, String version, String type) {
        return facets.putObject(name)
                .put("_producer", PRODUCER)
                .put("_schemaURL", SPEC + "facets/" + version + "/" + type + ".json#/$defs/" + type);
    }

    private static void datasets(ArrayNode array, List<Dataset> datasets, boolean input) {
        for (Dataset dataset : datasets) {
            DatasetVersion version = dataset.version();
            ObjectNode node =
                    array.addObject().put("namespace", version.namespace()).put("name", version.name());
            ObjectNode facets = node.putObject("facets");
            facet(facets, "version", "1-0-1", "DatasetVersionDatasetFacet").put("datasetVersion", version.version());
            DataQuality quality = dataset.quality();
            if (quality == null) {
                continue;
            }
            schema(facets, quality);
            if (input) {
                ObjectNode inputFacets = node.putObject("inputFacets");
                metrics(inputFacets, quality);
                assertions(inputFacets, quality.assertions());
            } else {
                ObjectNode outputFacets = node.putObject("outputFacets");
                ObjectNode statistics =
                        facet(outputFacets, "outputStatistics", "1-0-2", "OutputStatisticsOutputDatasetFacet");
                statistics.put("rowCount", quality.rows());
                putKnown(statistics, "size", quality.bytes());
                putKnown(statistics, "fileCount", quality.files());
            }
        }
    }

    private static void putKnown(ObjectNode node, String name, long value) {
        if (value >= 0) {
            node.put(name, value);
        }
    }

    private static void schema(ObjectNode facets, DataQuality quality) {
        ArrayNode fields =
                facet(facets, "schema", "1-1-1", "SchemaDatasetFacet").putArray("fields");
        quality.columns().entrySet().stream()
                .limit(MOST_COLUMNS)
                .forEach(column -> fields.addObject()
                        .put("name", column.getKey())
                        .put("type", column.getValue().type()));
    }

    private static void metrics(ObjectNode facets, DataQuality quality) {
        ObjectNode facet = facet(facets, "dataQualityMetrics", "1-0-2", "DataQualityMetricsInputDatasetFacet");
        facet.put("rowCount", quality.rows());
        putKnown(facet, "bytes", quality.bytes());
        putKnown(facet, "fileCount", quality.files());
        ObjectNode columns = facet.putObject("columnMetrics");
        quality.columns().entrySet().stream()
                .limit(MOST_COLUMNS)
                .forEach(column -> metrics(columns.putObject(column.getKey()), column.getValue()));
        putOmitted(facet, quality.columns().size());
    }

    private static void metrics(ObjectNode node, ColumnQuality column) {
        node.put("nullCount", column.missing());
        node.put("distinctCount", column.distinct());
        node.put("count", column.count());
        Range numbers = column.numbers();
        if (numbers != null) {
            putFinite(node, "sum", numbers.sum());
            putFinite(node, "min", numbers.min());
            putFinite(node, "max", numbers.max());
            ObjectNode quantiles = node.putObject("quantiles");
            for (Map.Entry<Double, Double> quantile : numbers.quantiles().entrySet()) {
                putFinite(quantiles, quantile.getKey().toString(), quantile.getValue());
            }
        }
    }

    private static void putFinite(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    private static void assertions(ObjectNode facets, List<Assertion> assertions) {
        ObjectNode facet = facet(facets, "dataQualityAssertions", "1-0-1", "DataQualityAssertionsDatasetFacet");
        ArrayNode all = facet.putArray("assertions");
        for (Assertion assertion : assertions.subList(0, Math.min(MOST_COLUMNS, assertions.size()))) {
            ObjectNode node = all.addObject().put("assertion", assertion.rule()).put("success", assertion.success());
            String column = assertion.column();
            if (column != null) {
                node.put("column", column);
            }
        }
        putOmitted(facet, assertions.size());
    }

    private static void putOmitted(ObjectNode facet, int all) {
        if (all > MOST_COLUMNS) {
            facet.put("omitted", all - MOST_COLUMNS);
        }
    }
}
