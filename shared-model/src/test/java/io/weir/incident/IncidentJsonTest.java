package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.json.InvalidJsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void shouldReadTheContractsExample() throws IOException {
        IncidentEvent event = IncidentJson.readEvent(example().getBytes(StandardCharsets.UTF_8));

        assertThat(event.type()).isEqualTo(IncidentEvent.Type.OPENED);
        assertThat(event.incident().severity()).isEqualTo(Severity.HIGH);
        assertThat(event.incident().group()).containsEntry("service.name", "payments");
        assertThat(event.incident().evidence()).hasSize(1);
    }

    @Test
    void shouldWriteWhatItReads() throws IOException {
        IncidentEvent event = IncidentJson.readEvent(example().getBytes(StandardCharsets.UTF_8));

        JsonNode written = MAPPER.readTree(IncidentJson.writeEvent(event));

        assertThat(written).isEqualTo(MAPPER.readTree(example()));
        assertThat(schema().validate(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"severity\": \"high\"|\"severity\": \"awful\"|data.severity: severity is 'awful', must be one of",
                "\"version\": 3|\"version\": \"3\"|data.detector.version is \"3\", must be a whole number from 1",
                "\"specversion\": \"1.0\"|\"specversion\": \"0.3\"|specversion is '0.3', must be '1.0'",
                "\"title\":|\"headline\":|data.title is missing",
                "\"labels\": {|\"labels\": { \"a b\": \"c\",|data.labels has the key 'a b'",
                "\"kind\": \"anomaly\",|\"kind\": \"anomaly\", \"extra\": 1,|data.extra is unknown",
                "\"score\": 0.998,|\"score\": 1.5,|data.evidence[0].score is 1.5, must be a number from 0.0 to 1.0",
                "\"subject\": \"6f1d2c0b9a8e7d6c-1\"|\"subject\": \"other\"|subject is 'other', must be data.id",
            })
    void shouldNameFieldValueAndLimitOfWhatIsWrong(String good, String bad, String message) throws IOException {
        String document = example();
        assertThat(document).contains(good);

        assertThatThrownBy(
                        () -> IncidentJson.readEvent(document.replace(good, bad).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseDeepJson() {
        byte[] deep = ("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> IncidentJson.readEvent(deep))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void shouldRefuseDuplicateFields() {
        byte[] twice = "{\"specversion\":\"1.0\",\"specversion\":\"1.0\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> IncidentJson.readEvent(twice)).hasMessageContaining("Duplicate field");
    }

    private static String example() throws IOException {
        return Files.readString(CONTRACTS.resolve("incident.example.json"));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("incident.schema.json")));
    }
}
