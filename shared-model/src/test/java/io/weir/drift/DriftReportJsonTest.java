package io.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.drift.distance.CategoryCounts;
import io.weir.drift.distance.SortedValues;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftReportJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final DriftReport REPORT = report();

    @Test
    void shouldReadWhatItWrote() {
        assertThat(DriftReportJson.read(DriftReportJson.write(REPORT))).isEqualTo(REPORT);
    }

    @Test
    void shouldWriteWhatTheSchemaAllows() throws IOException {
        assertThat(schema().validate(tree(DriftReportJson.write(REPORT)))).isEmpty();
    }

    @Test
    void shouldReadTheExampleAndWriteItBack() throws IOException {
        byte[] example = Files.readAllBytes(CONTRACTS.resolve("drift-report.example.json"));

        assertThat(schema().validate(tree(example))).isEmpty();
        assertThat(tree(DriftReportJson.write(DriftReportJson.read(example)))).isEqualTo(tree(example));
    }

    @Test
    void shouldLeaveOutStableColumnsWhereThereAreTooMany() throws IOException {
        List<ColumnDrift> columns = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            ColumnDrift stable = REPORT.columns().get(1);
            columns.add(new ColumnDrift("column " + i, stable.numeric(), stable.measures()));
        }
        columns.add(REPORT.columns().getFirst());
        byte[] written = DriftReportJson.write(with(columns));
        DriftReport read = DriftReportJson.read(written);

        assertThat(written.length).isLessThan(StrictJson.MAX_BYTES);
        assertThat(schema().validate(tree(written))).isEmpty();
        assertThat(read.columns().getFirst().name()).isEqualTo("age");
        assertThat(tree(written).get("columns_omitted").intValue())
                .isEqualTo(5001 - read.columns().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/version | 2 | version is 2",
                "/level | 0.9 | level is 0.9, must be a number from 1.0E-6 to 0.5",
                "/correction | \"x\" | correction 'x' is unknown",
                "/verdict | \"stable\" | verdict is stable, but that of the columns is drifted",
                "/counts/drifted | 7 | counts.drifted is 7, but 2 columns have that verdict",
                "/columns/0/verdict | \"stable\" | columns[0].verdict is stable, but its 2 measures say drifted",
                "/columns/0/measures/0/p_exceeds | 1.5 | columns[0].measures[0].p_exceeds is 1.5",
                "/columns/0/measures/0/measure | \"psy\" | drift measure 'psy' is unknown; known are ks,",
                "/columns/0/kind | \"text\" | must be numeric or categorical",
                "/more | 1 | more is unknown"
            })
    void shouldRefuseAndSayWhy(String pointer, String value, String message) throws IOException {
        ObjectNode document = (ObjectNode) tree(DriftReportJson.write(REPORT));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), new ObjectMapper().readTree(value));

        assertThatThrownBy(() -> DriftReportJson.read(StrictJson.write(document)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseADocumentThatIsTooLarge() {
        byte[] large = " ".repeat(StrictJson.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> DriftReportJson.read(large)).hasMessageContaining("the limit is");
    }

    private static DriftReport report() {
        DriftColumn age = Samples.numbers("age", 1, 5000, 5000, 0.6);
        DriftColumn payment = new DriftColumn.Categorical(
                "payment",
                CategoryCounts.of(Map.of("card", 5000L, "cash", 5000L)),
                CategoryCounts.of(Map.of("card", 5010L, "cash", 4990L)));
        DriftColumn tips =
                new DriftColumn.Numeric("tips", SortedValues.of(1, 2), SortedValues.of(new double[0], 10_000));
        return new DriftJudge(DriftSettings.defaults())
                .judge("train", "serving", List.of(age, payment, tips), List.of("fare"), List.of());
    }

    private static DriftReport with(List<ColumnDrift> columns) {
        return new DriftReport("a", 1, "b", 1, 0.05, Correction.HOLM, List.of(), List.of(), columns);
    }

    private static JsonNode tree(byte[] document) throws IOException {
        return new ObjectMapper().readTree(document);
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("drift-report.schema.json")));
    }
}
