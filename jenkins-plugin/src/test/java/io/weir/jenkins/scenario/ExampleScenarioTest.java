package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.weir.jenkins.Incidents;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.scenario.ReportLedger.Entry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented examples do what they say. */
class ExampleScenarioTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @ParameterizedTest
    @ValueSource(strings = {"rollback.Jenkinsfile", "rollback-declarative.Jenkinsfile"})
    void shouldRollBack(String example) throws Throwable {
        List<String> deployments = new CopyOnWriteArrayList<>();
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            deployments.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        shop.start();
        String jenkinsfile = Files.readString(EXAMPLES.resolve(example))
                .replace("\"$SHOP/", "\"http://127.0.0.1:" + shop.getAddress().getPort() + "/");

        try (ReportLedger elasticsearch = new ReportLedger()) {
            jenkins.session(host -> {
                Sender sender = Sender.trustedBy(host);
                WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
                host.define("rollback", jenkinsfile);

                sender.send(Incidents.event("d1"));

                Build build = host.await("rollback", 2);
                assertThat(build.result()).as(build.log()).isEqualTo("SUCCESS");
                assertThat(deployments).containsExactly("POST /deploy/payments?version=previous");
                eventually(() -> assertThat(elasticsearch.taken())
                        .extracting(Entry::outcome)
                        .containsExactly("started", "mitigated"));
            });
        } finally {
            shop.stop(0);
        }
    }
}
