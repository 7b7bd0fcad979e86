package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.gate.GateJson;
import io.weir.jenkins.config.WeirConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example in the step's documentation does what it says, on its first build and on the next, whose data have drifted. */
class ValidateDataExampleScenarioTest {
    private static final Path PAGE = Path.of("..", "docs", "steps", "validateData.md");

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldCheckCompareAndPublish() throws Throwable {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```groovy\n") + 10;
        String example = page.substring(begin, page.indexOf("```", begin));

        try (GateLedger elasticsearch = new GateLedger()) {
            jenkins.session(host -> {
                WeirConfiguration.get().setElasticsearchUrl(elasticsearch.url());
                Path workspace = host.home().resolve("workspace/train");
                Files.createDirectories(workspace.resolve("train"));
                Files.writeString(workspace.resolve("schema.yaml"), """
                        weir_schema: 1
                        name: churn
                        columns:
                          customer_id: {type: integer, unique: true}
                          age: {type: integer, range: {min: 18, max: 120}}
                          plan: {type: text, domain: [basic, pro]}
                          email: {type: text, pattern: '@'}
                        """);
                write(workspace.resolve("train/part.csv"), 30);
                host.define("train", example);

                Build first = host.await("train", 1);
                assertThat(first.log())
                        .contains("no baseline yet: profile:churn-train@latest")
                        .containsPattern("passed: 4000 rows, 0 anomalies, profile churn-train@1-[0-9a-f]{12}");
                assertThat(first.result()).isEqualTo("SUCCESS");

                write(workspace.resolve("train/part.csv"), 50);
                host.build("train");

                Build second = host.await("train", 2);
                assertThat(second.result()).isEqualTo("FAILURE");
                assertThat(second.log()).contains("columns have drifted: 'age'");
                assertThat(workspace.resolve("out/failures.csv")).exists();
                assertThat(Files.readAllLines(workspace.resolve("out/lineage.json")))
                        .hasSize(2)
                        .last()
                        .asString()
                        .contains("\"FAIL\"", "\"name\":\"churn-train\"", "drift_wasserstein_sigma")
                        .doesNotContain("@example.org");
                assertThat(Files.readString(workspace.resolve("out/schema.yaml")))
                        .contains("plan:")
                        .doesNotContain("@example.org");
                assertThat(Files.readString(workspace.resolve("out/profile.json")))
                        .doesNotContain("@example.org");
                assertThat(GateJson.read(elasticsearch.gates().getLast()).findings())
                        .noneMatch(finding -> "customer_id".equals(finding.column())
                                && finding.kind().equals("drift"));
            });
        }
    }

    private static void write(Path file, int age) throws Exception {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("customer_id,age,plan,email\n");
        for (int i = 0; i < 4_000; i++) {
            rows.append(i)
                    .append(',')
                    .append(Math.clamp(Math.round(age + 8 * random.nextGaussian()), 18, 100))
                    .append(random.nextBoolean() ? ",basic," : ",pro,")
                    .append("c" + i + "@example.org\n");
        }
        Files.writeString(file, rows);
    }
}
