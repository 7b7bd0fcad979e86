package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.gate.GateJson;
import io.weir.gate.GateResult;
import io.weir.gate.GateVerdict;
import io.weir.jenkins.config.WeirConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Elasticsearch hears of gates and profiles, and what comes of it if it does not. */
class GatePublishingScenarioTest {
    private static final String JOB = """
            node {
            def late = currentBuild.number > 1
            def text = new StringBuilder('x\\n')
            for (int i = 0; i < 3000; i++) { text.append(late ? 50 + i % 100 : i % 100).append('\\n') }
            writeFile file: 'x.csv', text: text.toString()
            def r = validateData(data: 'x.csv', name: 'numbers', baseline: 'profile:numbers@latest',
                requireBaseline: late, failOn: 'never')
            echo "verdict ${r.verdict} profile ${r.profileId} baseline ${r.baseline}"
            }
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldCompareWithTheNewestProfileThatWasSent() throws Throwable {
        try (GateLedger elasticsearch = new GateLedger()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
                host.define("train", JOB);
                assertThat(host.await("train", 1).log())
                        .contains("no baseline yet: profile:numbers@latest")
                        .containsPattern("profile numbers@1-[0-9a-f]{12} baseline null")
                        .contains("[weir] sent to Elasticsearch: profile numbers@1-");

                host.build("train");

                assertThat(host.await("train", 2).log())
                        .containsPattern("verdict unstable profile numbers@2-[0-9a-f]{12} baseline numbers@1-");
                GateResult gate = GateJson.read(elasticsearch.gates().getLast());
                assertThat(gate.verdict()).isEqualTo(GateVerdict.UNSTABLE);
                assertThat(gate.build().job()).isEqualTo("train");
                assertThat(gate.baseline().asked()).isEqualTo("profile:numbers@latest");
                assertThat(gate.profile().name()).startsWith("numbers@2-");
                assertThat(elasticsearch.taken()).hasSize(4);
            });
        }
    }

    @Test
    void shouldKeepTheVerdictAndTryAgainIfElasticsearchIsDown() throws Throwable {
        try (GateLedger elasticsearch = new GateLedger()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
                elasticsearch.failNext(3);
                host.define("train", JOB.replace("baseline: 'profile:numbers@latest',", ""));

                assertThat(host.await("train", 1).log())
                        .contains("not sent to Elasticsearch yet, will be tried again: profile numbers@1-")
                        .contains("verdict passed profile numbers@1-");
                eventually(() -> assertThat(elasticsearch.taken()).hasSize(2));
            });
        }
    }

    @Test
    void shouldSayThatNothingIsConfigured() throws Throwable {
        jenkins.session(host -> {
            host.define("train", JOB.replace("baseline: 'profile:numbers@latest',", ""));
            assertThat(host.await("train", 1).log())
                    .contains("[weir] nothing is sent to Elasticsearch: no URL is configured")
                    .contains("verdict passed profile null");
            host.define("other", JOB);
            assertThat(host.await("other", 1).log())
                    .contains("baseline 'profile:numbers@latest' can't be had: no Elasticsearch URL is configured");
        });
    }

    @Test
    void shouldNotMakeFailedDataABaseline() throws Throwable {
        try (GateLedger elasticsearch = new GateLedger()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
                host.define("train", """
                        node {
                        writeFile file: 'x.csv', text: 'x\\n1\\n2\\n'
                        writeFile file: 's.yaml', text: 'weir_schema: 1\\ncolumns: {x: {range: {max: 1}}}\\n'
                        validateData(data: 'x.csv', name: 'numbers', schema: 's.yaml')
                        }
                        """);

                assertThat(host.await("train", 1).log()).contains("data that failed are nobody's baseline");
                assertThat(elasticsearch.taken()).hasSize(1);
                assertThat(GateJson.read(elasticsearch.gates().getFirst()).verdict())
                        .isEqualTo(GateVerdict.FAILED);
            });
        }
    }
}
