package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.weir.elasticsearch.WeirPlugin;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.task.Tasks;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentJson;
import io.weir.json.StrictJson;
import io.weir.webhook.Received;
import io.weir.webhook.SignedDelivery;
import io.weir.webhook.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticsearch.action.ActionType;
import org.elasticsearch.cluster.project.ProjectResolver;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.settings.MockSecureSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.SuppressForbidden;
import org.elasticsearch.persistent.PersistentTasksService;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.test.ESSingleNodeTestCase;
import org.elasticsearch.threadpool.ThreadPool;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;

/** A node with the plugin, and a receiver that checks signatures and keeps what it gets. */
@SuppressForbidden(reason = "the receiver of a webhook is an HTTP server")
public abstract class WeirNodeTestCase extends ESSingleNodeTestCase {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /** What the receiver answers. */
    protected static final AtomicInteger STATUS = new AtomicInteger(202);

    /** What it got with a valid signature, and answered with 2xx. */
    protected static final List<IncidentEvent> RECEIVED = new CopyOnWriteArrayList<>();

    private static HttpServer receiver;

    @BeforeClass
    public static void startReceiver() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/deliver", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Received headers = new Received(
                    exchange.getRequestHeaders().getFirst(SignedDelivery.ID_HEADER),
                    exchange.getRequestHeaders().getFirst(SignedDelivery.TIMESTAMP_HEADER),
                    exchange.getRequestHeaders().getFirst(SignedDelivery.SIGNATURE_HEADER));
            boolean valid = SignedDelivery.verify(headers, body, List.of(SigningKey.parse(SECRET)), Instant.now(), 300)
                    == SignedDelivery.Verdict.VALID;
            int status = valid ? STATUS.get() : 403;
            if (status / 100 == 2) {
                RECEIVED.add(IncidentJson.readEvent(body));
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterClass
    public static void stopReceiver() {
        receiver.stop(0);
    }

    @Before
    public void forget() {
        RECEIVED.clear();
        STATUS.set(202);
    }

    @After
    public void removeTasks() throws Exception {
        call(DetectorActions.PREPARE_UNINSTALL.action(), Map.of(), "");
        assertBusy(() -> assertTrue(client().admin()
                .cluster()
                .prepareListTasks()
                .setActions("weir/*")
                .get()
                .getTasks()
                .isEmpty()));
    }

    @Override
    protected Collection<Class<? extends Plugin>> getPlugins() {
        return List.of(WeirPlugin.class);
    }

    @Override
    protected Settings nodeSettings() {
        MockSecureSettings secrets = new MockSecureSettings();
        secrets.setString("weir.webhook.jenkins.secret", SECRET);
        return Settings.builder()
                .put(
                        "weir.webhook.jenkins.url",
                        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/deliver")
                .put("weir.webhook.silent.url", "https://127.0.0.1:1/deliver")
                .put("weir.outbox.poll_interval", "100ms")
                .put("weir.outbox.backoff.first", "100ms")
                .put("weir.outbox.max_refusals", 2)
                .setSecureSettings(secrets)
                .build();
    }

    /** Calls an action and reads its answer. */
    protected ObjectNode call(ActionType<ApiResponse> action, Map<String, String> parameters, String body) {
        ApiRequest request = new ApiRequest(parameters, new BytesArray(body.getBytes(StandardCharsets.UTF_8)));
        ApiResponse response = client().execute(action, request).actionGet();
        return StrictJson.parseObject(BytesReference.toBytes(response.json()), "answer");
    }

    /** Takes a detector's task away, as a node does that dies between two writes. */
    protected boolean removeTask(String detectorId) {
        ThreadPool threadPool = getInstanceFromNode(ThreadPool.class);
        ClusterService cluster = getInstanceFromNode(ClusterService.class);
        return new Tasks(
                        new PersistentTasksService(cluster, threadPool, client()),
                        cluster,
                        getInstanceFromNode(ProjectResolver.class))
                .remove(DetectorTaskParams.taskId(detectorId));
    }

    /** Puts a detector. */
    protected JsonNode put(String id, String definition) {
        return call(DetectorActions.PUT.action(), Map.of("id", id), definition);
    }
}
