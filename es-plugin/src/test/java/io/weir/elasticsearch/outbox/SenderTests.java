package io.weir.elasticsearch.outbox;

import com.sun.net.httpserver.HttpServer;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.settings.MockSecureSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.SuppressForbidden;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.test.ESTestCase;
import org.elasticsearch.threadpool.TestThreadPool;
import org.elasticsearch.threadpool.ThreadPool;
import org.junit.After;
import org.junit.Before;

@SuppressForbidden(reason = "the receiver of a webhook is an HTTP server")
public class SenderTests extends ESTestCase {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private final AtomicInteger followed = new AtomicInteger();
    private final ThreadPool threadPool = new TestThreadPool("sender");
    private HttpServer receiver;
    private Sender sender;
    private int status;
    private String retryAfter = "";

    @Before
    public void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/deliver", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.createContext("/elsewhere", exchange -> {
            followed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(202, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            // The rest never comes.
        });
        receiver.start();
        MockSecureSettings secrets = new MockSecureSettings();
        secrets.setString("weir.webhook.jenkins.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        secrets.setString("weir.webhook.endless.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        Settings settings = Settings.builder()
                .put(
                        "weir.webhook.jenkins.url",
                        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/deliver")
                .put(
                        "weir.webhook.endless.url",
                        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/endless")
                .put("weir.webhook.mute.url", "http://127.0.0.1:1/deliver")
                .setSecureSettings(secrets)
                .build();
        sender = new Sender(new Webhooks(settings), Runnable::run, threadPool, TimeValue.timeValueSeconds(2));
    }

    @After
    public void stop() {
        sender.close();
        terminate(threadPool);
        receiver.stop(0);
    }

    public void testShouldTellDeliveredFromUnavailableRefusedAndGone() {
        Assertions.assertThat(send(202).verdict()).isEqualTo(Answer.Verdict.DELIVERED);
        for (int busy : new int[] {408, 425, 429, 500, 503}) {
            Assertions.assertThat(send(busy).verdict()).as("%d", busy).isEqualTo(Answer.Verdict.UNAVAILABLE);
        }
        for (int no : new int[] {400, 401, 403, 404, 413}) {
            Assertions.assertThat(send(no).verdict()).as("%d", no).isEqualTo(Answer.Verdict.REFUSED);
        }
        Assertions.assertThat(send(410).verdict()).isEqualTo(Answer.Verdict.GONE);
    }

    public void testShouldNotFollowRedirects() {
        Answer answer = send(307);

        Assertions.assertThat(answer.verdict()).isEqualTo(Answer.Verdict.REFUSED);
        Assertions.assertThat(answer.reason()).contains("redirects are not followed");
        Assertions.assertThat(followed).hasValue(0);
    }

    public void testShouldHearHowLongToWait() {
        retryAfter = "7";
        Assertions.assertThat(send(503).retryAfterMillis()).isEqualTo(7_000);
        Assertions.assertThat(Sender.retryAfter("Sun, 01 Nov 2026 12:01:00 GMT", NOW))
                .isEqualTo(60_000);
        Assertions.assertThat(Sender.retryAfter("99999999999", NOW)).isEqualTo(3_600_000);
        Assertions.assertThat(Sender.retryAfter("soon", NOW)).isZero();
    }

    public void testShouldNotSendWithoutASecret() {
        Answer answer = sender.send(delivery("mute"), NOW).join();

        Assertions.assertThat(answer.verdict()).isEqualTo(Answer.Verdict.UNAVAILABLE);
        Assertions.assertThat(answer.reason()).contains("weir.webhook.mute.secret");
    }

    public void testShouldTellWhenNobodyListens() {
        receiver.stop(0);

        Assertions.assertThat(send(200).reason()).contains("no answer");
    }

    public void testShouldNotWaitForAnAnswerThatNeverEnds() {
        Answer answer = sender.send(delivery("endless"), NOW).join();

        Assertions.assertThat(answer.verdict()).isEqualTo(Answer.Verdict.UNAVAILABLE);
        Assertions.assertThat(answer.reason()).contains("did not end");
    }

    private Answer send(int answered) {
        status = answered;
        return sender.send(delivery("jenkins"), NOW).join();
    }

    private static Delivery delivery(String webhook) {
        return Delivery.of("id", webhook, "incident-1", "type", "queue", 1, NOW, StrictJson.object());
    }
}
