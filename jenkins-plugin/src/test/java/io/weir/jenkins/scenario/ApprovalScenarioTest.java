package io.weir.jenkins.scenario;

import static io.weir.jenkins.scenario.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.incident.IncidentEvent;
import io.weir.jenkins.Incidents;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.trigger.DecisionCause;
import java.nio.file.Files;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kohsuke.stapler.HttpResponses;

/** Deliveries that wait for a person. */
class ApprovalScenarioTest {
    @RegisterExtension
    private final HostUnderTest jenkins = new HostUnderTest();

    @Test
    void shouldStartNothingUntilApproved() throws Throwable {
        jenkins.session(host -> {
            host.define("remedy", job("approval: 'required'"));
            Sender.trustedBy(host).send(Incidents.event("d1"));
            eventually(() -> assertThat(Board.open("remedy")).containsExactly("d1 awaiting approval"));
            assertThat(host.builds("remedy")).hasSize(1);

            Board.of("remedy").doApprove("d1");

            assertThat(host.await("remedy", 2).log()).contains("first 6f1d2c0b9a8e7d6c-1");
        });
    }

    @Test
    void shouldNameTheApproverInCauseAuditAndHistory() throws Throwable {
        jenkins.session(host -> {
            awaiting(host);

            Board.of("remedy").doApprove("d1");

            host.await("remedy", 2);
            String user = Jenkins.getAuthentication2().getName();
            DecisionCause cause = Board.build("remedy", 2).getCause(DecisionCause.class);
            assertThat(cause.getShortDescription()).isEqualTo("Approved by " + user);
            eventually(() -> assertThat(Board.of("remedy").getOver())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.getApprovedBy()).isEqualTo(user);
                        assertThat(row.getBuild()).isEqualTo(2);
                    }));
            assertThat(audit(host))
                    .anyMatch(line -> line.contains("delivery.approved")
                            && line.contains("\"user\":\"" + user + "\"")
                            && line.contains("\"job\":\"remedy\""));
        });
    }

    @Test
    void shouldDropWhatIsRejected() throws Throwable {
        jenkins.session(host -> {
            awaiting(host);

            Board.of("remedy").doReject("d1");

            String user = Jenkins.getAuthentication2().getName();
            assertThat(Board.over("remedy")).containsExactly("d1 dropped rejected by " + user);
            assertThat(DeliveryStore.get().open()).isEmpty();
            assertThat(host.builds("remedy")).hasSize(1);
            assertThat(audit(host)).anyMatch(line -> line.contains("delivery.rejected") && line.contains(user));
        });
    }

    @Test
    void shouldStillWaitAfterRestart() throws Throwable {
        jenkins.session(this::awaiting);

        jenkins.session(host -> {
            eventually(() -> assertThat(Board.open("remedy")).containsExactly("d1 awaiting approval"));
            assertThat(host.builds("remedy")).hasSize(1);
            Board.of("remedy").doApprove("d1");
            host.await("remedy", 2);
            assertThat(Board.build("remedy", 2).getCause(DecisionCause.class)).isNotNull();
        });
    }

    @Test
    void shouldDropWhenIncidentResolvesMeanwhile() throws Throwable {
        jenkins.session(host -> {
            awaiting(host);

            Sender.trustedBy(host)
                    .send(Incidents.event("d2", IncidentEvent.Type.RESOLVED, "6f1d2c0b9a8e7d6c-1", "payments"));

            eventually(() ->
                    assertThat(Board.over("remedy")).containsExactly("d1 dropped the incident was resolved meanwhile"));
            assertTooLate(() -> Board.of("remedy").doApprove("d1"));
        });
    }

    @Test
    void shouldCountLimitsFromTheApprovalOn() throws Throwable {
        jenkins.session(host -> {
            host.define("remedy", job("approval: 'required', cooldown: '1h'"));
            Sender sender = Sender.trustedBy(host);
            sender.send(Incidents.event("d1", IncidentEvent.Type.OPENED, "aa01-1", "payments"));
            sender.send(Incidents.event("d2", IncidentEvent.Type.OPENED, "aa01-2", "payments"));
            eventually(() -> assertThat(Board.open("remedy")).hasSize(2));
            Board.of("remedy").doApprove("d1");
            host.await("remedy", 2);

            Board.of("remedy").doApprove("d2");

            assertThat(Board.open("remedy")).containsExactly("d2 held cooldown");
        });
    }

    @Test
    void shouldNotStartByHandWhatAwaitsApproval() throws Throwable {
        jenkins.session(host -> {
            awaiting(host);

            assertTooLate(() -> Board.of("remedy").doStart("d1"));
            assertTooLate(() -> Board.of("remedy").doDrop("d1"));
            assertThat(Board.open("remedy")).containsExactly("d1 awaiting approval");
        });
    }

    @Test
    void shouldApproveOnce() throws Throwable {
        jenkins.session(host -> {
            awaiting(host);

            Board.of("remedy").doApprove("d1");

            assertTooLate(() -> Board.of("remedy").doApprove("d1"));
            assertTooLate(() -> Board.of("remedy").doReject("d1"));
            assertTooLate(() -> Board.of("remedy").doApprove("unknown"));
        });
    }

    @Test
    void shouldRefuseOtherWordsForApproval() throws Throwable {
        jenkins.session(host -> {
            host.define("remedy", job("approval: 'yes'"));

            assertThat(host.await("remedy", 1).log()).contains("approval is 'yes', must be none or required");
        });
    }

    private void awaiting(PipelineHost host) throws Throwable {
        host.define("remedy", job("approval: 'required'"));
        Sender.trustedBy(host).send(Incidents.event("d1"));
        eventually(() -> assertThat(Board.open("remedy")).hasSize(1));
    }

    private static void assertTooLate(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        // Jenkins puts the words into the answer, not into the exception.
        assertThatThrownBy(call).isInstanceOf(HttpResponses.HttpResponseException.class);
    }

    static List<String> audit(PipelineHost host) throws Exception {
        return Files.readAllLines(host.home().resolve("weir/audit/audit.jsonl"));
    }

    static String job(String settings) {
        return """
                properties([pipelineTriggers([onIncident(%s)])])
                def it = incident()
                echo "first ${it?.id}, count ${it?.count}"
                """.formatted(settings);
    }
}
