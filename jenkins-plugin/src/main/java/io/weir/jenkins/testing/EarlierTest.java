package io.weir.jenkins.testing;

import hudson.AbortException;
import hudson.model.Run;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.gate.GateReference;
import io.weir.jenkins.gate.EarlierGates;
import java.io.PrintStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The result that an earlier build has kept, on its way to the agent. */
final class EarlierTest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] document;
    private final String name;
    private final String asked;

    private EarlierTest(byte[] document, String name, String asked) {
        this.document = document;
        this.name = name;
        this.asked = asked;
    }

    /**
     * Finds it; null if none is asked for, or it is not there and need not be, which the log says.
     *
     * @throws AbortException if it is not there and must be
     */
    static @Nullable EarlierTest find(Parameters parameters, Run<?, ?> build, PrintStream log) throws AbortException {
        ModelBaseline asked = ModelBaseline.parse(parameters.baseline);
        if (asked == null || asked.kind() != ModelBaseline.Kind.BUILD) {
            return null;
        }
        Run<?, ?> earlier = EarlierGates.build(asked.name(), build);
        byte[] document = earlier == null
                ? null
                : EarlierGates.evaluation(earlier, TestModelExecution.GATE, parameters.subject());
        if (earlier != null && document != null) {
            return new EarlierTest(document, EarlierGates.name(earlier), asked.words());
        }
        String why = "no such build has kept the test of that model";
        if (parameters.requireBaseline) {
            throw new AbortException("testModel: baseline '" + asked.words() + "' is not there: " + why
                    + "; before there is a first one, say requireBaseline: false");
        }
        log.println("[weir] no baseline yet: " + asked.words() + " is not there (" + why
                + "), so thresholds that need one are left out");
        return null;
    }

    String name() {
        return name;
    }

    /**
     * The result.
     *
     * @throws io.weir.json.InvalidJsonException if it can't be read
     */
    Evaluation read() {
        return EvaluationJson.read(document);
    }

    GateReference reference(long rows) {
        return new GateReference(GateReference.BUILD, name, asked, rows);
    }
}
