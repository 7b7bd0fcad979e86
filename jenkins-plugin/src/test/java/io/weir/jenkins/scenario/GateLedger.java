package io.weir.jenkins.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where Elasticsearch would keep gates and profiles: takes them, gives profiles back, fails when it is asked to. */
final class GateLedger implements AutoCloseable {
    private static final String PROFILES = "/_weir/profiles/";

    private final HttpServer server;
    private final Map<String, ObjectNode> documents = new ConcurrentSkipListMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    GateLedger() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next requests are answered with 503. */
    void failNext(int times) {
        failures.set(times);
    }

    /** Paths of what was taken, in order. */
    List<String> taken() {
        return List.copyOf(order);
    }

    List<ObjectNode> gates() {
        List<ObjectNode> gates = new ArrayList<>();
        order.stream().filter(path -> path.startsWith("/_weir/gates/")).forEach(path -> gates.add(documents.get(path)));
        return gates;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                documents.put(path, StrictJson.parseObject(body, "document", 32 << 20));
                order.add(path);
                exchange.sendResponseHeaders(201, -1);
            } else {
                give(exchange, path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void give(HttpExchange exchange, String path) throws IOException {
        String wanted = path.endsWith("/latest")
                ? order.stream()
                        .filter(one -> one.startsWith(path.substring(0, path.lastIndexOf('/') + 1)))
                        .reduce((first, second) -> second)
                        .orElse("")
                : path;
        ObjectNode profile = documents.get(wanted);
        if (!path.startsWith(PROFILES) || profile == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String[] parts = wanted.substring(PROFILES.length()).split("/", -1);
        ObjectNode answer = StrictJson.object().put("name", parts[0]).put("version", parts[1]);
        answer.set("profile", profile);
        byte[] bytes = StrictJson.write(answer);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
