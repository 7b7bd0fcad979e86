package io.weir.jenkins.testing;

import hudson.AbortException;
import hudson.EnvVars;
import io.weir.gate.GateResult;
import io.weir.gate.model.ModelFindings;
import io.weir.gate.model.ModelGateReport;
import io.weir.jenkins.gate.GateFiles;
import io.weir.jenkins.gate.GateRun;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;

/** Has the agent do the work, on a thread that is interrupted when the step is stopped, and says what follows. */
final class TestModelExecution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    /** The step's name, in results too. */
    static final String GATE = "testModel";

    private final Parameters parameters;

    TestModelExecution(StepContext context, Parameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
        GateRun gate = GateRun.begin(GATE, getContext(), parameters::check);
        EarlierTest earlier = EarlierTest.find(parameters, gate.build(), gate.log());
        gate.log().println("[weir] testing " + parameters.subject());
        byte[][] found = gate.onAgent(new AgentTest(gate, parameters, earlier, token(), companion()));
        ModelGateReport report = gate.read(found, ModelGateReport::read);
        GateRun.Found what = new GateRun.Found(
                parameters.subject(),
                ModelFindings.reason(report.evaluation()),
                report.data(),
                report.baseline(),
                ModelFindings.metrics(report.evaluation()),
                ModelFindings.of(report.evaluation()));
        GateResult result =
                gate.publish(gate.decide(parameters.rule(), what, GateFiles.Kind.MODEL, found[1], null), "", null);
        gate.follow(result);
        return Facts.of(result, report, parameters);
    }

    /** The folder of the companion that runs ONNX models, or empty if none is needed. */
    private String companion() throws IOException, InterruptedException {
        if (parameters.onnx.isEmpty() || !parameters.companion.isEmpty()) {
            return parameters.companion;
        }
        String folder = Objects.requireNonNull(getContext().get(EnvVars.class)).get(OnnxCompanion.VARIABLE);
        if (folder == null || folder.isEmpty()) {
            throw new AbortException(GATE + ": endpoint.onnx is '" + parameters.onnx
                    + "', but the companion that runs ONNX models is not known; copy the folder weir-onnx to the agent, and"
                    + " name it as endpoint.companion or in the agent's variable " + OnnxCompanion.VARIABLE);
        }
        return folder;
    }

    /** The environment's, which credentials bind, so that no Jenkinsfile has a secret in its text. */
    private @Nullable String token() throws IOException, InterruptedException {
        if (parameters.tokenVariable.isEmpty()) {
            return null;
        }
        String token = Objects.requireNonNull(getContext().get(EnvVars.class)).get(parameters.tokenVariable);
        if (token == null || token.isEmpty()) {
            throw new AbortException(GATE + ": endpoint.tokenVariable is '" + parameters.tokenVariable
                    + "', which the environment does not have; bind it, such as withCredentials([string(credentialsId: '…',"
                    + " variable: '" + parameters.tokenVariable + "')])");
        }
        return token;
    }
}
