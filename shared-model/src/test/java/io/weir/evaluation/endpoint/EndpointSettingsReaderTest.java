package io.weir.evaluation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.json.InvalidJsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSettingsReaderTest {
    @Test
    void shouldTakeWhatIsNotGivenFromTheDefaults() {
        EndpointSettings settings = EndpointSettingsReader.read(
                Map.of("url", "https://churn.example:8080/serve/", "model", "churn", "features", List.of("a")),
                "endpoint");

        assertThat(settings.url()).hasToString("https://churn.example:8080/serve");
        assertThat(settings.protocol()).isEqualTo(InferenceProtocol.V2);
        assertThat(settings.missing()).isEqualTo(MissingValues.REFUSED);
        assertThat(settings.limits()).isEqualTo(EndpointLimits.DEFAULT);
    }

    @Test
    void shouldReadEveryField() {
        EndpointSettings settings = EndpointSettingsReader.read(
                Map.ofEntries(
                        Map.entry("url", "http://churn"),
                        Map.entry("protocol", "v2"),
                        Map.entry("model", "churn"),
                        Map.entry("version", "7"),
                        Map.entry("features", List.of("a", "zip")),
                        Map.entry("types", Map.of("zip", "BYTES")),
                        Map.entry("input", "x"),
                        Map.entry("outputs", Map.of("p", "proba[1]")),
                        Map.entry("missing", -1),
                        Map.entry("batch", 64),
                        Map.entry("concurrency", 8),
                        Map.entry("connect", 0.5),
                        Map.entry("timeout", 2),
                        Map.entry("deadline", 60),
                        Map.entry("ready", 0),
                        Map.entry("retries", 1),
                        Map.entry("max_answer", 4096)),
                "endpoint");

        assertThat(settings.types()).isEqualTo(Map.of("zip", Datatype.BYTES));
        assertThat(settings.missing()).isEqualTo(MissingValues.number(-1));
        assertThat(settings.limits())
                .isEqualTo(new EndpointLimits(
                        64,
                        8,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        Duration.ZERO,
                        1,
                        4096));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'url':'ftp://x'|endpoint.url: 'ftp://x' must begin with http:// or https://",
                "'url':'file:///etc/passwd'|must begin with http:// or https://",
                "'url':'http://'|endpoint.url: 'http://' is not an address",
                "'url':'http:/x'|must name a host",
                "'url':'http://joe:pw@x'|endpoint.url: must not contain a user or password; give a token instead",
                "'url':'http://joe:p w@x'|endpoint.url: the text is not an address",
                "'url':'http://x?a=1'|must end with its path, without ? or #",
                "'protocol':'grpc'|endpoint.protocol: 'grpc' is no protocol; there are v2, mlflow",
                "'model':null|endpoint.model is missing, must be the name under which it is served",
                "'protocol':'mlflow'|endpoint.model is given, but MLflow serves one model only",
                "'features':[]|endpoint.features is missing, must list the columns",
                "'features':['a','a']|endpoint.features is [a, a], must name no column twice",
                "'types':{'a':'DOUBLE'}|endpoint.types.a: the datatype 'DOUBLE' is not supported; there are BOOL",
                "'types':{'b':'FP64'}|endpoint.types names 'b', which is not among the features",
                "'missing':'zero'|endpoint.missing is \"zero\", must be 'refuse', 'null', or a number",
                "'batch':0|endpoint.batch is 0, must be a whole number from 1 to 10000",
                "'concurrency':65|endpoint.concurrency is 65, must be a whole number from 1 to 64",
                "'timeout':0|endpoint.timeout is 0, must be a number from 0.01 to 86400",
                "'token':'x'|endpoint.token is unknown; known here: protocol",
            })
    void shouldNamePlaceValueAndWhatIsAllowed(String field, String message) throws IOException {
        Map<String, Object> settings =
                new HashMap<>(Map.of("url", "http://churn", "model", "churn", "features", List.of("a")));
        settings.putAll(new ObjectMapper()
                .readValue("{" + field.replace('\'', '"') + "}", new TypeReference<Map<String, Object>>() {}));

        assertThatThrownBy(() -> EndpointSettingsReader.read(settings, "endpoint"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }
}
