package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.lineage.DataQuality.Assertion;
import io.weir.lineage.DataQuality.ColumnQuality;
import io.weir.lineage.DataQuality.Range;
import io.weir.lineage.LineageEvent.Dataset;
import io.weir.lineage.LineageEvent.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LineageJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DatasetVersion TRAIN =
            new DatasetVersion("file", "data/train.csv", "md5:b026324c6904b2a9cb4b88d6d61c81d1", true);

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("lineage-event.schema.json")));
    }

    private static DataQuality quality() {
        Map<String, ColumnQuality> columns = new LinkedHashMap<>();
        Map<Double, Double> quantiles = new LinkedHashMap<>();
        quantiles.put(0.25, 31.0);
        quantiles.put(0.5, 40.0);
        columns.put("age", new ColumnQuality("integer", 3, 71, 997, new Range(39_880, 17, 90, quantiles)));
        columns.put("country", new ColumnQuality("text", 0, 12, 1_000, null));
        return new DataQuality(
                1_000,
                52_311,
                1,
                columns,
                List.of(new Assertion("not_null", "age", false), new Assertion("row_count", null, true)));
    }

    private static LineageEvent event(Type type, DataQuality quality, @Nullable String error) {
        DatasetVersion profile =
                new DatasetVersion("elasticsearch://production", "weir-profiles", "churn-train-7", true);
        return new LineageEvent(
                type,
                Instant.parse("2026-11-01T12:00:00Z"),
                LineageEvent.runId("https://ci.example.org", "churn/train", "42/validate"),
                "https://ci.example.org",
                "churn/train",
                List.of(new Dataset(TRAIN, quality)),
                List.of(new Dataset(profile, null)),
                error);
    }

    @Test
    void shouldWriteTheContractsExample() throws IOException {
        JsonNode written =
                MAPPER.readTree(LineageJson.write(event(Type.FAIL, quality(), "age is missing in 3 rows, none may be"))
                        .toString());

        assertThat(written)
                .isEqualTo(MAPPER.readTree(Files.readString(CONTRACTS.resolve("lineage-event.example.json"))));
        assertThat(schema().validate(written)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void shouldKeepTheContractForEveryType(Type type) throws IOException {
        LineageEvent read = event(type, quality(), null);
        LineageEvent written = new LineageEvent(
                type, read.time(), read.run(), read.namespace(), read.job(), List.of(), read.inputs(), null);

        assertThat(schema().validate(LineageJson.write(read))).isEmpty();
        assertThat(schema().validate(LineageJson.write(written))).isEmpty();
    }

    /** What OpenLineage's own schema of 2-0-2 and its facets' require; a contract that lets it pass is wrong. */
    @ParameterizedTest
    @CsvSource({
        "/run, runId",
        "/job, name",
        "/job, namespace",
        "'', eventTime",
        "'', producer",
        "'', schemaURL",
        "'', run",
        "'', job",
        "/inputs/0, name",
        "/inputs/0, namespace",
        "/inputs/0/facets/version, datasetVersion",
        "/inputs/0/facets/schema, _schemaURL",
        "/inputs/0/inputFacets/dataQualityMetrics, columnMetrics",
        "/inputs/0/inputFacets/dataQualityAssertions/assertions/0, success",
        "/inputs/0/inputFacets/dataQualityAssertions, _producer",
        "/run/facets/errorMessage, message",
        "/job/facets/jobType, processingType"
    })
    void shouldRequireWhatOpenLineageRequires(String at, String field) throws IOException {
        JsonNode event = LineageJson.write(event(Type.FAIL, quality(), "why"));
        ObjectNode holder = (ObjectNode) event.at(at);
        assertThat(holder.remove(field)).isNotNull();

        assertThat(schema().validate(event)).isNotEmpty();
    }

    @Test
    void shouldLeaveOutNumbersThatJsonDoesNotHave() throws IOException {
        Range infinite = new Range(Double.NaN, Double.NEGATIVE_INFINITY, 5, Map.of(0.5, Double.POSITIVE_INFINITY));
        DataQuality quality =
                new DataQuality(1, -1, -1, Map.of("x", new ColumnQuality("decimal", 0, 1, 1, infinite)), List.of());
        JsonNode written = LineageJson.write(event(Type.COMPLETE, quality, null));

        assertThat(schema().validate(MAPPER.readTree(written.toString()))).isEmpty();
        assertThat(written.at("/inputs/0/inputFacets/dataQualityMetrics/columnMetrics/x/max")
                        .doubleValue())
                .isEqualTo(5);
        assertThat(written.at("/inputs/0/inputFacets/dataQualityMetrics/columnMetrics/x/min")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void shouldSayHowManyColumnsItLeftOut() throws IOException {
        Map<String, ColumnQuality> columns = IntStream.range(0, 1_500)
                .boxed()
                .collect(Collectors.toMap(i -> "c" + i, i -> new ColumnQuality("text", 0, 1, 1, null)));
        JsonNode written = LineageJson.write(event(Type.COMPLETE, new DataQuality(1, 1, 1, columns, List.of()), null));

        assertThat(schema().validate(written)).isEmpty();
        assertThat(written.at("/inputs/0/inputFacets/dataQualityMetrics/omitted")
                        .intValue())
                .isEqualTo(500);
    }

    @Test
    void shouldGiveAllEventsOfARunTheSameId() {
        assertThat(LineageEvent.runId("a", "b", "1")).isEqualTo(LineageEvent.runId("a", "b", "1"));
        assertThat(LineageEvent.runId("a", "bc", "1")).isNotEqualTo(LineageEvent.runId("ab", "c", "1"));
    }
}
