package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model server on this machine that behaves, or misbehaves, as a test says; a real HTTP server. */
final class ServedModel implements AutoCloseable {
    static final String INFER = "/v2/models/churn/infer";
    static final String METADATA = "/v2/models/churn";
    static final String INVOCATIONS = "/invocations";
    private static final Duration SOON_OVER = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** What happens to a request. */
    interface Behaviour {
        void answer(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException;
    }

    ServedModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
        on("/v2/health/ready", (exchange, request) -> reply(exchange, 200, "{}"));
        on(METADATA + "/ready", (exchange, request) -> reply(exchange, 200, "{}"));
        on("/ping", (exchange, request) -> reply(exchange, 200, ""));
        json(METADATA, request -> "{'name':'churn','inputs':[],'outputs':[]}");
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(String.valueOf(authorization));
        JsonNode request = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
        if (body.length > 0) {
            requests.add(request);
        }
        Behaviour behaviour = behaviours.get(exchange.getRequestURI().getRawPath());
        try (exchange) {
            if (behaviour == null) {
                reply(exchange, 404, "{'error':'unknown path'}");
            } else {
                behaviour.answer(exchange, request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Behaves so at a path. */
    ServedModel on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** Answers 200 with JSON, in which ' stands for ". */
    ServedModel json(String path, Function<JsonNode, String> answer) {
        return on(path, (exchange, request) -> reply(exchange, 200, answer.apply(request)));
    }

    static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A model of the features a and b, in the first tensor's rows or in two tensors. */
    ServedModel withLinearModel() {
        return json(INFER, request -> {
            double[] scores = scores(request.path("inputs"));
            return "{'model_name':'churn','model_version':'7','outputs':[{'name':'p','shape':[" + scores.length
                    + "],'datatype':'FP64','data':" + JSON.valueToTree(scores) + "}]}";
        });
    }

    private static double[] scores(JsonNode inputs) {
        int rows = inputs.get(0).path("shape").get(0).intValue();
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            JsonNode first = inputs.get(0).path("data");
            scores[row] = inputs.size() == 1
                    ? score(first.get(2 * row), first.get(2 * row + 1))
                    : score(first.get(row), inputs.get(1).path("data").get(row));
        }
        return scores;
    }

    static double score(JsonNode a, JsonNode b) {
        return score(a.doubleValue(), b.doubleValue());
    }

    static double score(double a, double b) {
        return 1 / (1 + Math.exp(-a - 0.5 * b));
    }

    /** A list of values made from row numbers, as JSON. */
    static String list(int size, Function<Integer, Object> value) {
        return IntStream.range(0, size)
                .mapToObj(row -> String.valueOf(value.apply(row)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static int rows(JsonNode request) {
        JsonNode frame = request.path("dataframe_split");
        return frame.isObject()
                ? frame.path("data").size()
                : request.path("inputs").get(0).path("shape").get(0).intValue();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Settings of features a and b, with more as given. */
    EndpointSettings settings(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(Map.of("url", url(), "model", "churn", "features", List.of("a", "b")));
        all.putAll(more);
        if ("mlflow".equals(all.get("protocol"))) {
            all.remove("model");
        }
        return EndpointSettingsReader.read(all, "endpoint");
    }

    /** Small numbers in a file: label, a, b. */
    static void table(Path file, int rows) throws IOException {
        StringBuilder text = new StringBuilder("y,a,b\n");
        for (int row = 0; row < rows; row++) {
            text.append(row % 3 == 0 ? 1 : 0)
                    .append(',')
                    .append(a(row))
                    .append(',')
                    .append(b(row))
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    static double a(int row) {
        return (row % 3 == 0 ? 1.25 : -0.75) + row % 7 / 4.0 - 0.625;
    }

    static int b(int row) {
        return row % 5 - 2;
    }

    /** Limits with which failures show soon, but not because a machine is busy. */
    static EndpointLimits hasty(int retries) {
        return new EndpointLimits(
                10,
                2,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                SOON_OVER,
                Duration.ofSeconds(2),
                retries,
                1 << 14);
    }

    /** Limits that give an answer 400 ms, and ask for nothing but predictions. */
    static EndpointLimits impatient() {
        return new EndpointLimits(
                10, 2, Duration.ofSeconds(20), Duration.ofMillis(400), SOON_OVER, Duration.ZERO, 3, 1 << 14);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        server.stop(0);
    }
}
