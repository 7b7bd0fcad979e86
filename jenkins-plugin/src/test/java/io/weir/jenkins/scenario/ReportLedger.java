package io.weir.jenkins.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where Elasticsearch would be told of reports, writes each one down, and fails as often as it is asked to. */
final class ReportLedger implements AutoCloseable {
    private final HttpServer server;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * A report that came in.
     *
     * @param status what it was answered
     * @param path of the request
     * @param authorization the header, empty if there was none
     * @param body of the request
     */
    record Entry(int status, String path, String authorization, ObjectNode body) {
        String outcome() {
            return body.path("outcome").asText();
        }

        String id() {
            return body.path("report_id").asText();
        }
    }

    ReportLedger() throws IOException {
        this(0);
    }

    ReportLedger(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next requests are answered with 503. */
    void failNext(int times) {
        failures.set(times);
    }

    List<Entry> all() {
        return entries;
    }

    /** Those that were taken. */
    List<Entry> taken() {
        return entries.stream().filter(one -> one.status() == 200).toList();
    }

    private void take(HttpExchange exchange) {
        try (exchange) {
            ObjectNode body = StrictJson.parseObject(exchange.getRequestBody().readAllBytes(), "report");
            int status = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 200;
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            entries.add(new Entry(
                    status, exchange.getRequestURI().getPath(), authorization == null ? "" : authorization, body));
            exchange.sendResponseHeaders(status, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
