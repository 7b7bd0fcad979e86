package io.weir.jenkins.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.incident.IncidentJson;
import io.weir.jenkins.Incidents;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.storage.AuditLogs;
import io.weir.webhook.Received;
import io.weir.webhook.SignedDelivery;
import io.weir.webhook.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:31Z");
    private static final SigningKey KEY = SigningKey.parse("whsec_" + "a2V5IG9uZSBvZiB0aGUgcmVjZWl2ZXIgdGVzdA==");
    private static final SigningKey NEW_KEY = SigningKey.parse("whsec_" + "a2V5IHR3byBvZiB0aGUgcmVjZWl2ZXIgdGVzdA==");
    private static final SigningKey STRANGE = SigningKey.parse("whsec_" + "a2V5IG9mIHNvbWVib2R5IGVsc2UgZW50aXJlbHk=");

    @TempDir
    private Path home;

    private final List<Delivery> handedOver = new ArrayList<>();
    private Receiver receiver;

    @BeforeEach
    void prepare() {
        receiver = receiver(List.of(KEY, NEW_KEY));
    }

    @Test
    void shouldAcceptSignedDelivery() throws IOException {
        Answer answer = receiver.receive(signed("d1", Incidents.envelope("d1")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(handedOver).extracting(Delivery::id).containsExactly("d1");
    }

    @Test
    void shouldStoreBeforeAnswering() throws IOException {
        receiver.receive(signed("d1", Incidents.envelope("d1")));

        assertThat(new DeliveryStore(home.resolve("deliveries")).open())
                .extracting(Delivery::id)
                .containsExactly("d1");
    }

    @Test
    void shouldGiveTheSameResultAgainAndDoNothing() throws IOException {
        Answer first = receiver.receive(signed("d1", Incidents.envelope("d1")));

        Answer second = receiver.receive(signed("d1", Incidents.envelope("d1")));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void shouldKnowDeliveryAfterRestart() throws IOException {
        receiver.receive(signed("d1", Incidents.envelope("d1")));

        Answer again = receiver(List.of(KEY)).receive(signed("d1", Incidents.envelope("d1")));

        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void shouldAcceptBothKeysWhileTheyRotate() throws IOException {
        byte[] body = Incidents.envelope("d2");

        assertThat(receiver.receive(request("POST", body, sign("d2", body, NEW_KEY)))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void shouldGiveOneAndTheSameAnswerToWhoeverCannotSign() throws IOException {
        byte[] body = Incidents.envelope("d1");
        Received stale = headers(SignedDelivery.sign("d1", NOW.minusSeconds(301), body, KEY));
        Received future = headers(SignedDelivery.sign("d1", NOW.plusSeconds(301), body, KEY));
        Received good = sign("d1", body, KEY);
        List<Answer> answers = List.of(
                receiver.receive(request("POST", body, sign("d1", body, STRANGE))),
                receiver.receive(request("POST", body, new Received(null, null, null))),
                receiver.receive(request("POST", body, new Received("d1", good.timestamp(), "v1,AAAA"))),
                receiver.receive(request("POST", body, new Received("d2", good.timestamp(), good.signature()))),
                receiver.receive(request("POST", "not json".getBytes(StandardCharsets.UTF_8), good)),
                receiver.receive(request("POST", body, stale)),
                receiver.receive(request("POST", body, future)),
                receiver(List.of()).receive(request("POST", body, good)));

        assertThat(answers).containsOnly(new Answer(403, "{\"error\":\"forbidden\"}"));
        assertThat(handedOver).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post"})
    void shouldRefuseOtherMethods(String method) throws IOException {
        byte[] body = Incidents.envelope("d1");

        assertThat(receiver.receive(request(method, body, sign("d1", body, KEY)))
                        .status())
                .isEqualTo(405);
        assertThat(handedOver).isEmpty();
    }

    @Test
    void shouldRefuseLongBodyWithoutReadingItAll() throws IOException {
        byte[] body = new byte[Receiver.MAX_BODY * 4];
        ByteArrayInputStream stream = new ByteArrayInputStream(body);

        Answer answer = receiver.receive(request("POST", "", stream, -1, sign("d1", body, KEY)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(stream.available()).isGreaterThanOrEqualTo(Receiver.MAX_BODY * 3 - 1);
    }

    @Test
    void shouldRefuseDeclaredLengthWithoutReadingAnything() throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(new byte[10]);

        Answer answer =
                receiver.receive(request("POST", "", stream, Receiver.MAX_BODY + 1L, new Received("a", "1", "b")));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(stream.available()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"})
    void shouldRefuseOtherContentTypes(String type) throws IOException {
        byte[] body = Incidents.envelope("d1");
        Request request = new Request(
                "POST", "", type, body.length, sign("d1", body, KEY), new ByteArrayInputStream(body), "127.0.0.1");

        assertThat(receiver.receive(request).status()).isEqualTo(415);
    }

    @Test
    void shouldRefuseLongerPath() throws IOException {
        byte[] body = Incidents.envelope("d1");

        Answer answer = receiver.receive(
                request("POST", "/more", new ByteArrayInputStream(body), body.length, sign("d1", body, KEY)));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void shouldNameTheFieldOfSignedButInvalidEnvelope() throws IOException {
        byte[] body = new String(Incidents.envelope("d1"), StandardCharsets.UTF_8)
                .replace("\"severity\":\"high\"", "\"severity\":\"enormous\"")
                .getBytes(StandardCharsets.UTF_8);

        Answer answer = receiver.receive(signed("d1", body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("data.severity", "enormous", "low, medium, high, critical");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void shouldRefuseEnvelopeWhoseIdIsNotTheSignedOne() throws IOException {
        Answer answer = receiver.receive(signed("d2", Incidents.envelope("d1")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("id is 'd1'", "'d2'");
    }

    @Test
    void shouldAuditEachRequestWithoutItsSignature() throws IOException {
        byte[] body = Incidents.envelope("d1");
        Received signature = sign("d1", body, KEY);
        receiver.receive(request("POST", body, signature));
        receiver.receive(request("POST", body, sign("d1", body, STRANGE)));

        assertThat(AuditLogs.lines(home))
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).contains("delivery.accepted", "d1"),
                        line -> assertThat(line).contains("delivery.refused", "wrong_signature", "127.0.0.1"))
                .noneMatch(line -> line.contains(String.valueOf(signature.signature())));
    }

    private Receiver receiver(List<SigningKey> keys) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        AuditLog audit = AuditLogs.in(home);
        return new Receiver(() -> keys, new DeliveryStore(home.resolve("deliveries")), audit, clock, handedOver::add);
    }

    private static Request signed(String id, byte[] body) {
        return request("POST", body, sign(id, body, KEY));
    }

    private static Request request(String method, byte[] body, Received headers) {
        return request(method, "", new ByteArrayInputStream(body), body.length, headers);
    }

    private static Request request(String method, String path, InputStream body, long length, Received headers) {
        String type = IncidentJson.CONTENT_TYPE + "; charset=utf-8";
        return new Request(method, path, type, length, headers, body, "127.0.0.1");
    }

    private static Received sign(String id, byte[] body, SigningKey key) {
        return headers(SignedDelivery.sign(id, NOW, body, key));
    }

    private static Received headers(SignedDelivery signed) {
        return new Received(signed.id(), Long.toString(signed.timestamp()), signed.signature());
    }
}
