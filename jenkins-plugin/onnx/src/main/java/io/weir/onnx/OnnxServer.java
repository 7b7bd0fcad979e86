package io.weir.onnx;

import ai.onnxruntime.OrtException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves one ONNX model by the Open Inference Protocol, version 2, on this machine's loopback address. A process of its own,
 * because models and their runtime are native code: what crashes or grows is this process and not the agent.
 */
public final class OnnxServer implements AutoCloseable {
    /** The variable of the environment with the bearer token that callers must have. */
    static final String TOKEN = "WEIR_ONNX_TOKEN";

    private static final int MAX_REQUEST = 256 << 20;
    private static final int THREADS = 4;

    private final OnnxModel model;
    private final String name;
    private final byte[] token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private OnnxServer(OnnxModel model, String name, String token) throws IOException {
        this.model = model;
        this.name = name;
        this.token = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Loads a model and serves it on a free port.
     *
     * @throws OrtException if it can't be loaded
     */
    static OnnxServer start(Path model, String name, String token) throws OrtException, IOException {
        OnnxModel loaded = OnnxModel.load(model);
        try {
            return new OnnxServer(loaded, name, token);
        } catch (IOException e) {
            loaded.close();
            throw e;
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /**
     * Arguments: the model's file and the name to serve it under. Says {@code port N} once it is ready, and ends when its
     * standard input does.
     */
    public static void main(String[] arguments) throws IOException {
        String token = System.getenv(TOKEN);
        if (arguments.length != 2 || token == null || token.isEmpty()) {
            System.err.println("usage: OnnxServer MODEL NAME, with a token in " + TOKEN);
            System.exit(2);
            return;
        }
        try (OnnxServer server = start(Path.of(arguments[0]), arguments[1], token)) {
            System.out.println("port " + server.port());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (OrtException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST + 1);
            if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, error("the token is missing or wrong"));
            } else if (body.length > MAX_REQUEST) {
                send(
                        exchange,
                        413,
                        error("the request is larger than " + MAX_REQUEST + " bytes; send smaller batches"));
            } else {
                answer(exchange, body);
            }
        }
    }

    private boolean isAllowed(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String served = "/v2/models/" + name;
        try {
            if (path.equals("/v2/health/ready") || path.equals(served + "/ready")) {
                send(exchange, 200, new byte[0]);
            } else if (path.equals(served)) {
                send(exchange, 200, StrictJson.write(model.metadata(name)));
            } else if (path.equals(served + "/infer")
                    && exchange.getRequestMethod().equals("POST")) {
                send(
                        exchange,
                        200,
                        StrictJson.write(model.infer(StrictJson.parseObject(body, "the request", MAX_REQUEST), name)));
            } else {
                send(exchange, 404, error("there is no " + path + "; the model is " + served));
            }
        } catch (IllegalArgumentException | OrtException e) {
            send(exchange, 400, error(String.valueOf(e.getMessage())));
        }
    }

    private static byte[] error(String message) {
        return StrictJson.write(StrictJson.object().put("error", message));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        model.close();
    }
}
