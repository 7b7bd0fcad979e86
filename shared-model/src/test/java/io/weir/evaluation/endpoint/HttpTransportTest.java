package io.weir.evaluation.endpoint;

import static io.weir.evaluation.endpoint.ServedModel.INFER;
import static io.weir.evaluation.endpoint.ServedModel.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpTransportTest {
    private static final String TOKEN = "eyJhbGciOi.secret-42";

    @TempDir
    Path folder;

    private final ServedModel served = new ServedModel().withLinearModel();

    @BeforeEach
    void rows() throws IOException {
        ServedModel.table(folder.resolve("t.csv"), 40);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void shouldNotFollowRedirects() {
        served.on(INFER, (exchange, request) -> {
            exchange.getResponseHeaders().add("Location", served.url() + "/elsewhere");
            reply(exchange, 307, "");
        });
        AtomicInteger elsewhere = new AtomicInteger();
        served.on("/elsewhere", (exchange, request) -> elsewhere.incrementAndGet());

        assertThatThrownBy(() -> predict(served.settings(Map.of()), NetworkPolicy.LOCAL, TOKEN))
                .hasMessageContaining("answered 307; redirects are not followed: give the url that it leads to");
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void shouldTalkOnlyToAddressesThatThePolicyAllows() {
        assertThatThrownBy(() -> predict(served.settings(Map.of()), NetworkPolicy.PUBLIC, null))
                .hasMessage(
                        served.url() + "/v2/health/ready: its address 127.0.0.1 is this machine itself, which is not"
                                + " allowed here; name an endpoint that may be talked to");
        EndpointSettings metadata = served.settings(Map.of("url", "http://169.254.169.254"));
        assertThatThrownBy(() -> predict(metadata, NetworkPolicy.LOCAL, null))
                .hasMessageContaining("169.254.169.254 is a link-local address or one of a cloud's metadata service");
        assertThat(served.authorizations).isEmpty();
    }

    @Test
    void shouldAskThePolicyBeforeEachRequest() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AddressPolicy fickle = address -> asked.incrementAndGet() > 4 ? "out of bounds by now" : null;
        EndpointSettings settings = served.settings(Map.of("batch", 10, "concurrency", 1));

        assertThatThrownBy(() -> predict(settings, fickle, null))
                .hasMessageContaining("batch 2 (rows 11 to 20): its address 127.0.0.1 is out of bounds by now");
        assertThat(served.requests).hasSize(1);
    }

    @Test
    void shouldSendTheTokenAndNeverShowIt() throws IOException {
        predict(served.settings(Map.of()), NetworkPolicy.LOCAL, TOKEN);

        assertThat(served.authorizations).isNotEmpty().containsOnly("Bearer " + TOKEN);

        served.on(
                INFER,
                (exchange, request) -> reply(
                        exchange, 401, "no: " + exchange.getRequestHeaders().getFirst("Authorization")));
        assertThatThrownBy(() -> predict(served.settings(Map.of()), NetworkPolicy.LOCAL, TOKEN))
                .hasMessageContaining("answered 401: no: Bearer ***; give a token that may use it")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new HttpTransport(NetworkPolicy.LOCAL, EndpointLimits.DEFAULT, "two words"))
                .hasMessageStartingWith("the token has characters")
                .hasMessageNotContaining("words");
    }

    @Test
    void shouldNotSendATokenThroughTheInternetInTheClear() {
        EndpointSettings open = served.settings(Map.of("url", "http://192.0.2.1"));

        assertThatThrownBy(() -> predict(open, NetworkPolicy.LOCAL, TOKEN))
                .hasMessageContaining("a token must not travel through the internet without TLS; use https");
    }

    @Test
    void shouldAskAsManyAtATimeAsAllowedAndNoMore() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // Opens only when three requests are there at once.
        CyclicBarrier three = new CyclicBarrier(3);
        served.on(INFER, (exchange, request) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                three.await(20, TimeUnit.SECONDS);
            } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
                throw new IOException(e);
            }
            now.decrementAndGet();
            int rows = ServedModel.rows(request);
            reply(
                    exchange,
                    200,
                    "{'outputs':[{'name':'p','shape':[" + rows + "],'datatype':'FP64','data':"
                            + ServedModel.list(rows, row -> 1) + "}]}");
        });

        EndpointStatistics statistics = predict(
                served.settings(Map.of("batch", 5, "concurrency", 3)).with(EndpointLimits.DEFAULT.with(7, 3)),
                NetworkPolicy.LOCAL,
                null);

        assertThat(statistics.requests()).isEqualTo(6);
        assertThat(most).hasValue(3);
    }

    @Test
    void shouldNotTrustACertificateThatNobodySigned() throws Exception {
        Path keys = folder.resolve("keys.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "self",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> reply(exchange, 200, "{}"));
        server.start();
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort();

            assertThatThrownBy(() -> predict(served.settings(Map.of("url", url)), NetworkPolicy.LOCAL, null))
                    .hasMessageStartingWith(url + "/v2/health/ready: no secure connection: ")
                    .hasMessageEndingWith("; give it a certificate that this JVM trusts");
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext context(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void shouldMeasureEveryRequestAndPrediction() throws IOException {
        EndpointStatistics statistics = predict(served.settings(Map.of("batch", 16)), NetworkPolicy.LOCAL, null);

        assertThat(statistics.requests()).isEqualTo(3);
        assertThat(statistics.predictions()).isEqualTo(40);
        assertThat(statistics.request().p50())
                .isPositive()
                .isLessThanOrEqualTo(statistics.request().p99());
        assertThat(statistics.request().max())
                .isGreaterThanOrEqualTo(statistics.request().p99());
        assertThat(statistics.prediction().max())
                .isLessThanOrEqualTo(statistics.request().max());
        assertThat(statistics.throughput()).isPositive();
        assertThat(statistics.errors()).isEmpty();
        assertThat(statistics.bytesSent()).isGreaterThan(40 * 4);
        assertThat(statistics.summary()).startsWith("40 predictions by 3 requests in ");
    }

    private EndpointStatistics predict(EndpointSettings settings, AddressPolicy policy, @Nullable String token)
            throws IOException {
        try (ModelEndpoint endpoint = ModelEndpoint.connect(settings, policy, token)) {
            endpoint.predict(folder, "t.csv", TableOptions.DEFAULT, 10_000);
            return endpoint.statistics();
        }
    }

    @Test
    void shouldRefuseMoreRowsThanAllowed() {
        assertThatThrownBy(() -> {
                    try (ModelEndpoint endpoint =
                            ModelEndpoint.connect(served.settings(Map.of()), NetworkPolicy.LOCAL, null)) {
                        endpoint.predict(folder, "t.csv", TableOptions.DEFAULT, 39);
                    }
                })
                .hasMessage("t.csv: has more rows than the limit of 39; take a sample");
        assertThat(List.copyOf(served.requests)).hasSizeLessThanOrEqualTo(1);
    }
}
