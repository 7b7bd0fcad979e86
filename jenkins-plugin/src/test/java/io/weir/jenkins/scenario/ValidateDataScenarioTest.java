package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.jenkins.gate.GateView;
import io.weir.jenkins.gate.GatesAction;
import io.weir.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code validateData} says of data, and what a Jenkinsfile makes of it. */
class ValidateDataScenarioTest {
    static final String SCHEMA = """
            writeFile file: 'schema.yaml', text: '''
            weir_schema: 1
            name: plans
            columns:
              id: {type: integer, unique: true}
              plan: {type: text, domain: [basic, plus, pro]}
              age: {type: integer, range: {min: 18, max: 120}}
            '''.stripIndent()
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldPassGoodDataAndHandTheResultToTheJenkinsfile() throws Throwable {
        jenkins.session(host -> {
            host.define("train", "node {\n" + SCHEMA + """
                    writeFile file: 'train/a.csv', text: 'id,plan,age\\n1,basic,30\\n2,pro,41\\n'
                    writeFile file: 'train/b.csv', text: 'id,plan,age\\n3,plus,52\\n'
                    def r = validateData(data: 'train/*.csv', schema: 'schema.yaml', name: 'plans',
                        profile: 'out/profile.json', failures: 'out/failures.csv', report: 'out/checks.xml')
                    echo "passed ${r.passed} verdict ${r.verdict} rows ${r.rows} files ${r.files} anomalies ${r.anomalies.size()}"
                    echo "counts ${r.counts.passed}/${r.counts.failed} drift ${r.drift} digest ${r.digest}"
                    echo readFile('out/failures.csv')
                    echo readFile('out/checks.xml')
                    echo "profile ${readFile('out/profile.json').contains('weir.profile')}"
                    }
                    """);

            Build build = host.await("train", 1);
            assertThat(build.log())
                    .contains("passed true verdict passed rows 3 files 2 anomalies 0")
                    .containsPattern("counts [1-9]\\d*/0 drift null digest weir-files-1:[0-9a-f]{64}")
                    .contains("file,row,column,value,rule")
                    .contains("<testsuite name=\"train/*.csv\"")
                    .contains("profile true")
                    .contains("[weir] passed: All ");
            assertThat(build.result()).isEqualTo("SUCCESS");
        });
    }

    @Test
    void shouldFailBadDataAndNameAllFailingRows() throws Throwable {
        jenkins.session(host -> {
            host.define("train", "node {\n" + SCHEMA + """
                    writeFile file: 'train.csv', text: 'id,plan,age\\n1,basic,30\\n1,gold,7\\n'
                    try {
                        validateData(data: 'train.csv', schema: 'schema.yaml', failures: 'failures.csv', report: 'checks.xml')
                        echo 'not reached'
                    } finally {
                        echo readFile('failures.csv')
                        echo readFile('checks.xml')
                    }
                    }
                    """);

            Build build = host.await("train", 1);
            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.log())
                    .contains("train.csv,2,plan,gold,plan.domain")
                    .contains("train.csv,2,age,7,age.range")
                    .contains("<failure type=\"error\"")
                    .contains("[weir]   error  plan.domain: ")
                    .contains("3 of ")
                    .doesNotContain("not reached");
        });
    }

    @Test
    void shouldCompareWithEarlierBuild() throws Throwable {
        jenkins.session(host -> {
            host.define("train", """
                    node {
                    def old = currentBuild.number == 1
                    def text = new StringBuilder('x\\n')
                    for (int i = 0; i < 3000; i++) { text.append(old ? i % 100 : 50 + i % 100).append('\\n') }
                    writeFile file: 'x.csv', text: text.toString()
                    def r = validateData(data: 'x.csv', baseline: 'build:lastSuccessful', requireBaseline: !old,
                        failOn: 'never')
                    echo "drift ${r.drift?.verdict} of ${r.drift?.drifted} baseline ${r.baseline}"
                    }
                    """);
            assertThat(host.await("train", 1).log()).contains("no baseline yet").contains("drift null of null");

            host.build("train");

            Build build = host.await("train", 2);
            assertThat(build.log()).contains("drift drifted of [x] baseline train #1");
            assertThat(build.result()).isEqualTo("UNSTABLE");
        });
    }

    @Test
    void shouldProposeASchemaForReview() throws Throwable {
        jenkins.session(host -> {
            host.define("train", "node {\n" + SCHEMA + """
                    writeFile file: 'a.csv', text: 'id,plan,age,email\\n1,basic,30,a@example.org\\n2,pro,41,b@example.org\\n'
                    def r = validateData(data: 'a.csv', schema: 'schema.yaml', masked: 'email', unstableOn: 'error',
                        inferredSchema: 'out/proposed.yaml')
                    echo "file ${r.inferredSchema} lineage ${r.lineage}"
                    echo readFile('out/proposed.yaml')
                    def again = validateData(data: 'a.csv', schema: 'out/proposed.yaml')
                    echo "then ${again.verdict}"
                    }
                    """);

            Build build = host.await("train", 1);
            assertThat(build.log())
                    .contains("[weir] a schema is proposed in out/proposed.yaml, with 1 column(s)")
                    .contains("file out/proposed.yaml lineage null")
                    .contains("# Proposed by Weir. Review it")
                    .containsPattern("  email:\\R    sensitive: true\\R    missing: 0")
                    .doesNotContain("@example.org")
                    .contains("then passed");
            assertThat(Board.build("train", 1).getAction(GatesAction.class).getGates())
                    .extracting(GateView::getProposedSchema, GateView::getProposedColumns)
                    .containsExactlyInAnyOrder(tuple("out/proposed.yaml", 1), tuple("", 0));
        });
    }

    @Test
    void shouldTellLineageOfRunsThatFailedToo() throws Throwable {
        jenkins.session(host -> {
            host.define("folder-less", "node {\n" + SCHEMA + """
                    writeFile file: 'a.csv', text: 'id,plan,age\\n1,basic,30\\n2,gold,41\\n'
                    try {
                        validateData(data: 'a.csv', schema: 'schema.yaml', name: 'plans', lineage: 'out/lineage.json')
                    } catch (e) { echo "failed ${e.message}" }
                    for (line in readFile('out/lineage.json').split('\\n')) { echo "event ${line}" }
                    def r = validateData(data: 'a.csv', schema: 'schema.yaml', lineage: 'out/lineage.json', failOn: 'never')
                    for (line in readFile(r.lineage).split('\\n')) { echo "event ${line}" }
                    }
                    """);

            Build build = host.await("folder-less", 1);
            List<JsonNode> events = new ArrayList<>();
            for (String line : build.log().lines().toList()) {
                if (line.startsWith("event ")) {
                    events.add(StrictJson.parseObject(line.substring(6).getBytes(StandardCharsets.UTF_8), "event"));
                }
            }
            assertThat(events)
                    .extracting(event -> event.path("eventType").asText())
                    .containsExactly("START", "FAIL", "START", "COMPLETE");
            assertThat(events).allSatisfy(event -> {
                assertThat(event.at("/job/name").asText()).isEqualTo("folder-less");
                assertThat(event.at("/job/namespace").asText()).isNotEmpty().doesNotEndWith("/");
            });
            assertThat(events)
                    .extracting(event -> event.at("/run/runId").asText())
                    .as("one id a run")
                    .containsExactly(
                            events.get(0).at("/run/runId").asText(),
                            events.get(0).at("/run/runId").asText(),
                            events.get(2).at("/run/runId").asText(),
                            events.get(2).at("/run/runId").asText())
                    .satisfies(ids -> assertThat(ids.get(0)).isNotEqualTo(ids.get(2)));
            assertThat(events.get(1).at("/inputs/0/name").asText()).isEqualTo("plans");
            assertThat(events.get(3).at("/inputs/0/name").asText()).isEqualTo("folder-less/a.csv");
            assertThat(events.get(1).at("/inputs/0/inputFacets/dataQualityAssertions/assertions"))
                    .extracting(JsonNode::toString)
                    .contains("{\"assertion\":\"domain\",\"success\":false,\"column\":\"plan\"}");
        });
    }

    @Test
    void shouldFailDataThatAreNotWhatDvcTracks() throws Throwable {
        jenkins.session(host -> {
            host.define("train", """
                    node {
                    writeFile file: 'a.csv', text: 'x\\n1\\n'
                    writeFile file: 'a.csv.dvc', text: 'outs:\\n- {md5: b026324c6904b2a9cb4b88d6d61c81d1, size: 4, hash: md5, path: a.csv}\\n'
                    validateData(data: 'a.csv')
                    }
                    """);

            Build build = host.await("train", 1);
            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.log())
                    .contains("[weir]   error  dvc a.csv: 'a.csv' doesn't have the tracked MD5 b026324c");
        });
    }
}
