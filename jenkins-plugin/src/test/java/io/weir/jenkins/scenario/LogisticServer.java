package io.weir.jenkins.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A model behind MLflow's /invocations that leans on its first feature, less on its second, and not at all on others. */
public final class LogisticServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Requests for predictions so far. */
    final AtomicInteger requests = new AtomicInteger();

    /** Open once a request is held, if any is. */
    final CountDownLatch held = new CountDownLatch(1);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final double first;
    private final int good;
    private final boolean holds;

    private LogisticServer(double first, int good, boolean holds) throws IOException {
        this.first = first;
        this.good = good;
        this.holds = holds;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/ping", exchange -> reply(exchange, 200, "{}"));
        server.createContext("/invocations", this::predict);
        server.start();
    }

    /** Leans so much on the first feature. */
    public static LogisticServer of(double first) throws IOException {
        return new LogisticServer(first, Integer.MAX_VALUE, false);
    }

    /** Answers that many requests, then with errors. */
    static LogisticServer dyingAfter(int good) throws IOException {
        return new LogisticServer(1, good, false);
    }

    /** Answers that many requests, then never. */
    static LogisticServer hangingAfter(int good) throws IOException {
        return new LogisticServer(1, good, true);
    }

    private void predict(HttpExchange exchange) throws IOException {
        JsonNode rows =
                JSON.readTree(exchange.getRequestBody()).path("dataframe_split").path("data");
        if (requests.incrementAndGet() > good && holds) {
            held.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (requests.get() > good) {
            reply(exchange, 500, "out of memory");
            return;
        }
        reply(
                exchange,
                200,
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Double.toString(
                                score(row.get(0).asDouble(0), row.get(1).asDouble(0))))
                        .collect(Collectors.joining(",", "{\"predictions\":[", "]}")));
    }

    private double score(double a, double b) {
        return 1 / (1 + Math.exp(-first * a - 0.4 * b));
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Writes a table that such a model was made for: {@code y,a,b,c}, of which the last tells nothing. */
    public static void write(Path file, int rows) throws IOException {
        Files.createDirectories(file.getParent());
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("y,a,b,c\n");
        for (int row = 0; row < rows; row++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            boolean positive = random.nextDouble() < 1 / (1 + Math.exp(-2 * a - 0.4 * b));
            text.append(String.format(Locale.ROOT, "%d,%.4f,%.4f,%d%n", positive ? 1 : 0, a, b, random.nextInt(9)));
        }
        Files.writeString(file, text);
    }

    @Override
    public void close() {
        closed.countDown();
        executor.shutdownNow();
        server.stop(0);
    }
}
