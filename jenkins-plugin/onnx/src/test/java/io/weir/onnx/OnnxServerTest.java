package io.weir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.json.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of {@code make-models.py}, asked over HTTP. */
class OnnxServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void shouldTellWhatAModelTakesAndGives() throws Exception {
        try (OnnxServer server = start("columns.onnx")) {
            HttpResponse<String> answer = get(server, "/v2/models/churn");
            assertThat(answer.body())
                    .contains("{\"name\":\"age\",\"datatype\":\"INT64\",\"shape\":[-1,1]}")
                    .contains("{\"name\":\"country\",\"datatype\":\"BYTES\",\"shape\":[-1,1]}")
                    .contains("{\"name\":\"label\",\"datatype\":\"BYTES\",\"shape\":[-1,1]}");
            assertThat(get(server, "/v2/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(server, "/v2/models/churn/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldAnswerOneTensorOfAllFeatures() throws Exception {
        try (OnnxServer server = start("matrix.onnx")) {
            JsonNode answer = infer(server, """
                    {"inputs": [{"name": "features", "shape": [2, 2], "datatype": "FP64", "data": [0, 0.5, 1, 2.5]}]}""");
            assertThat(answer.at("/outputs/0/name").asText()).isEqualTo("probability");
            assertThat(answer.at("/outputs/0/shape")).hasToString("[2,1]");
            assertThat(answer.at("/outputs/0/data/0").asDouble()).isEqualTo(0.5, within(1e-6));
            assertThat(answer.at("/outputs/0/data/1").asDouble()).isEqualTo(0.5, within(1e-6));
        }
    }

    @Test
    void shouldAnswerColumnsOfSeveralKinds() throws Exception {
        try (OnnxServer server = start("columns.onnx")) {
            JsonNode answer = infer(server, """
                    {"inputs": [{"name": "age", "shape": [3, 1], "datatype": "INT64", "data": [20, 20, 70]},
                                {"name": "country", "shape": [3, 1], "datatype": "BYTES", "data": ["de", "fr", "fr"]}],
                     "outputs": [{"name": "label"}]}""");
            assertThat(answer.at("/outputs")).hasSize(1);
            assertThat(answer.at("/outputs/0/data")).hasToString("[\"yes\",\"no\",\"yes\"]");
        }
    }

    @Test
    void shouldMakeATensorOfMapsOfClasses() throws Exception {
        try (OnnxServer server = start("classes.onnx")) {
            JsonNode answer = infer(server, """
                    {"inputs": [{"name": "features", "shape": [1, 2], "datatype": "FP32", "data": [1, 0]}]}""");
            assertThat(answer.at("/outputs/1/name").asText()).isEqualTo("probabilities");
            assertThat(answer.at("/outputs/1/shape")).hasToString("[1,2]");
            assertThat(answer.at("/outputs/1/data/1").asDouble()).isEqualTo(1 / (1 + Math.exp(-2.5)), within(1e-6));
        }
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() throws Exception {
        try (OnnxServer server = start("columns.onnx")) {
            assertThat(refused(server, "{\"inputs\": [{\"name\": \"size\"}]}"))
                    .contains("the model has no input 'size' that is a tensor; it has [age, country]");
            assertThat(refused(server, "{\"inputs\": [{\"name\": \"age\", \"shape\": [2, 1], \"data\": [1]}]}"))
                    .contains("the input 'age' has the shape [2,1], but 1 values");
            assertThat(refused(server, "{\"inputs\": [{\"name\": \"age\", \"shape\": [1, 1], \"data\": [1.5]}]}"))
                    .contains("the input 'age' has the value 1.5, must be a whole number of 64 bits");
            assertThat(refused(server, "{\"inputs\": [{\"name\": \"age\", \"shape\": [1, 1], \"data\": [null]}]}"))
                    .contains("the input 'age' has the value null, must be a number");
            assertThat(refused(server, "{\"outputs\": [{\"name\": \"size\"}]}"))
                    .contains("the model has no output 'size'; it has [label, probability]");
            assertThat(refused(server, "{\"inputs\": [{\"name\": \"age\", \"shape\": [1, 1], \"data\": [1]}]}"))
                    .contains("country");
            assertThat(refused(server, "[]")).contains("the request");
            assertThat(get(server, "/v2/models/other").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void shouldRefuseWhoHasNotItsToken() throws Exception {
        try (OnnxServer server = start("matrix.onnx")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/v2/models/churn"))
                    .header("Authorization", "Bearer guessed")
                    .build();
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void shouldEndWithItsStandardInput() throws Exception {
        Process process = process("matrix.onnx");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).matches("port \\d+");
            process.getOutputStream().close();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void shouldSayThatAFileIsNoModel() throws Exception {
        Process process = process("make-models.py");
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(errors.lines().toList()).anyMatch(line -> line.contains("make-models.py"));
            assertThat(process.waitFor()).isEqualTo(1);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process process(String model) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OnnxServer.class.getName(),
                copy(model).toString(),
                "churn");
        builder.environment().put(OnnxServer.TOKEN, "secret");
        return builder.start();
    }

    private OnnxServer start(String model) throws Exception {
        return OnnxServer.start(copy(model), "churn", "secret");
    }

    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var in = OnnxServerTest.class.getResourceAsStream(name)) {
            Files.write(file, in == null ? new byte[0] : in.readAllBytes());
        }
        return file;
    }

    private static HttpResponse<String> get(OnnxServer server, String path) throws Exception {
        return send(server, path, HttpRequest.BodyPublishers.noBody(), "GET");
    }

    private static JsonNode infer(OnnxServer server, String request) throws Exception {
        HttpResponse<String> answer =
                send(server, "/v2/models/churn/infer", HttpRequest.BodyPublishers.ofString(request), "POST");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StrictJson.parseObject(answer.body().getBytes(StandardCharsets.UTF_8), "answer");
    }

    private static String refused(OnnxServer server, String request) throws Exception {
        HttpResponse<String> answer =
                send(server, "/v2/models/churn/infer", HttpRequest.BodyPublishers.ofString(request), "POST");
        assertThat(answer.statusCode()).isEqualTo(400);
        return StrictJson.parseObject(answer.body().getBytes(StandardCharsets.UTF_8), "answer")
                .path("error")
                .asText();
    }

    private static HttpResponse<String> send(
            OnnxServer server, String path, HttpRequest.BodyPublisher body, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer secret")
                .method(method, body)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
