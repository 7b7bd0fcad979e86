package io.weir.jenkins.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Run;
import io.weir.jenkins.gate.GateTrendAction;
import io.weir.jenkins.gate.GateView;
import io.weir.jenkins.gate.GatesAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a build's page shows of its gates, now and after a restart, whole or damaged. */
class GatePageScenarioTest {
    private static final String TWO_AT_ONCE = "node {\n" + ValidateDataScenarioTest.SCHEMA + """
            writeFile file: 'good.csv', text: 'id,plan,age\\n1,basic,30\\n2,pro,41\\n'
            writeFile file: 'bad.csv', text: 'id,plan,age\\n1,gold,30\\n1,pro,7\\n'
            parallel(
                good: { validateData(data: 'good.csv', schema: 'schema.yaml', name: 'good') },
                bad: { validateData(data: 'bad.csv', schema: 'schema.yaml', name: 'bad', failOn: 'never') })
            }
            """;

    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldShowEachGateOfTheBuildFailedChecksFirstAlsoAfterRestart() throws Throwable {
        jenkins.session(host -> {
            host.define("train", TWO_AT_ONCE);
            assertThat(host.await("train", 1).result()).isEqualTo("UNSTABLE");
            shows(Board.build("train", 1));
        });

        jenkins.session(host -> shows(Board.build("train", 1)));
    }

    private static void shows(Run<?, ?> build) {
        GatesAction action = build.getAction(GatesAction.class);
        assertThat(action.getGates()).extracting(GateView::getSubject).containsExactlyInAnyOrder("good", "bad");
        assertThat(action.getUndecided()).isZero();
        GateView bad = of(action, "bad");
        assertThat(bad.getVerdict()).isEqualTo("unstable");
        assertThat(bad.getFindings().getFirst().getOutcome()).isEqualTo("failed");
        assertThat(bad.getFindings().getLast().getOutcome()).isNotEqualTo("failed");
        assertThat(bad.getColumns())
                .hasSize(3)
                .allSatisfy(column -> assertThat(column.getPicture()).contains("<svg"));
        assertThat(bad.getRows()).isEqualTo(2);
        assertThat(action.getGate(Integer.toString(bad.getNumber())).getId()).isEqualTo(bad.getId());
        assertThat(action.getGate("99")).isNull();
        assertThat(of(action, "good").getId()).isNotEqualTo(bad.getId());
        assertThat(build.getParent().getAction(GateTrendAction.class).getTrends())
                .extracting(GateTrendAction.Trend::title)
                .containsExactlyInAnyOrder("validateData: good", "validateData: bad");
    }

    @Test
    void shouldShowWhatIsLeftOfDamagedFiles() throws Throwable {
        jenkins.session(host -> {
            host.define("train", TWO_AT_ONCE);
            Run<?, ?> build = Board.build("train", 1);
            GatesAction action = build.getAction(GatesAction.class);
            Path files = build.getRootDir().toPath().resolve("weir-gates");
            Files.writeString(files.resolve(of(action, "bad").getNumber() + "/data.json"), "{\"version\":1,\"data\":");
            Files.writeString(files.resolve(of(action, "good").getNumber() + "/gate.json"), "{\"kind\":\"other\"}");
            Files.writeString(build.getParent().getRootDir().toPath().resolve("weir-gates.json"), "[]");

            assertThat(action.getGates()).singleElement().satisfies(bad -> {
                assertThat(bad.getSubject()).isEqualTo("bad");
                assertThat(bad.isReportLost()).isTrue();
                assertThat(bad.getColumns()).isEmpty();
                assertThat(bad.getFindings()).isNotEmpty();
            });
            assertThat(action.getUndecided()).isEqualTo(1);
            assertThat(build.getParent().getAction(GateTrendAction.class).getTrends())
                    .isEqualTo(List.of());
        });
    }

    @Test
    void shouldGiveBuildsWithoutGateNoPage() throws Throwable {
        jenkins.session(host -> {
            host.define("other", "echo 'no gate'");

            assertThat(Board.build("other", 1).getAction(GatesAction.class)).isNull();
            assertThat(Board.build("other", 1).getParent().getAction(GateTrendAction.class))
                    .isNull();
        });
    }

    private static GateView of(GatesAction action, String subject) {
        return action.getGates().stream()
                .filter(gate -> gate.getSubject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
