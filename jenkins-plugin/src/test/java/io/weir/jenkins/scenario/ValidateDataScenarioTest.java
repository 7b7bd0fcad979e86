package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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
}
