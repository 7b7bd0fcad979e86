package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a lineage server hears of runs of {@code validateData}, and what comes of it if it does not. */
class LineageScenarioTest {
    private static final String JOB = """
            node {
            writeFile file: 'x.csv', text: 'x\\n1\\n2\\n'
            writeFile file: 'broken.csv', text: 'x\\n1\\n"2\\n'
            writeFile file: 's.yaml', text: 'weir_schema: 1\\ncolumns: {x: {range: {max: 1}}}\\n'
            validateData(data: 'x.csv', name: 'numbers')
            for (bad in ['x.csv', 'broken.csv']) {
                try { validateData(data: bad, schema: 's.yaml') } catch (e) { echo "failed ${e.message}" }
            }
            }
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldHearOfEachRunInTheConfiguredNamespace() throws Throwable {
        try (LineageServer marquez = new LineageServer()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setLineageUrl(marquez.url());
                WeirConfiguration.get().setLineageNamespace("ci-of-ml");
                host.define("train", JOB);

                Build build = host.await("train", 1);
                assertThat(build.log()).contains("[weir] sent to the lineage server: COMPLETE of train ");
                assertThat(marquez.events())
                        .extracting(event -> StrictJson.parseObject(event, "event"))
                        .satisfies(events -> {
                            assertThat(events)
                                    .extracting(event -> event.path("eventType").asText())
                                    .containsExactly("START", "COMPLETE", "START", "FAIL", "START", "FAIL");
                            assertThat(events)
                                    .extracting(
                                            event -> event.at("/job/namespace").asText())
                                    .containsOnly("ci-of-ml");
                            assertThat(events.get(1).at("/inputs/0/name").asText())
                                    .isEqualTo("numbers");
                            assertThat(events.get(1)
                                            .at("/inputs/0/inputFacets/dataQualityMetrics/columnMetrics/x/max")
                                            .asInt())
                                    .isEqualTo(2);
                            assertThat(events.get(3)
                                            .at("/run/facets/errorMessage/message")
                                            .asText())
                                    .contains("x.range");
                            assertThat(events.get(5)
                                            .at("/run/facets/errorMessage/message")
                                            .asText())
                                    .contains("broken.csv, row 2");
                        });
            });
        }
    }

    @Test
    void shouldKeepTheVerdictAndTryAgainIfItIsDown() throws Throwable {
        try (LineageServer marquez = new LineageServer()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setLineageUrl(marquez.url());
                marquez.failNext(2);
                host.define("train", "node { writeFile file: 'x.csv', text: 'x\\n1\\n'; validateData(data: 'x.csv') }");

                Build build = host.await("train", 1);
                assertThat(build.result()).isEqualTo("SUCCESS");
                assertThat(build.log())
                        .contains("not sent to the lineage server yet, will be tried again: START of train");
                eventually(() -> assertThat(marquez.events()).hasSize(2));
            });
        }
    }

    @Test
    void shouldSendNothingUnlessAnAdministratorNamedAServer() throws Throwable {
        jenkins.session(host -> {
            host.define("train", JOB);

            assertThat(host.await("train", 1).log()).doesNotContain("the lineage server");
            assertThatThrownBy(() -> WeirConfiguration.get().setLineageUrl("http://169.254.169.254/"))
                    .hasMessageContaining("lineageUrl is 'http://169.254.169.254/', must not be a link-local address");
            assertThatThrownBy(() -> WeirConfiguration.get().setLineageUrl("https://user:secret@marquez"))
                    .hasMessage("lineageUrl must not contain a user or password; choose credentials");
        });
    }

    /** Takes events, and refuses when it is asked to. */
    private static final class LineageServer implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final List<byte[]> events = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        LineageServer() throws IOException {
            server.createContext("/api/v1/lineage", exchange -> {
                try (exchange) {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                    if (!fails && exchange.getRequestMethod().equals("POST")) {
                        events.add(body);
                    }
                    exchange.sendResponseHeaders(fails ? 503 : 201, -1);
                }
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/lineage";
        }

        void failNext(int times) {
            failures.set(times);
        }

        List<byte[]> events() {
            return events;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
