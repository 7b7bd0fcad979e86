package io.weir.jenkins.gate;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/**
 * A gate's work on the agent. What comes back are two documents; {@link GateRun#read} reads them on the controller, which
 * believes neither.
 */
public abstract class AgentWork extends MasterToSlaveFileCallable<byte[][]> {
    private static final long serialVersionUID = 1L;

    private final String gate;
    private final String temporary;
    private final TaskListener listener;

    /** Of that run. */
    protected AgentWork(GateRun run) throws IOException, InterruptedException {
        this.gate = run.gate();
        this.temporary = run.temporaryFolder();
        this.listener = run.listener();
    }

    /**
     * Does it.
     *
     * @param workspace that is not left
     * @param scratch folder for temporary files
     * @throws InterruptedIOException if the thread is interrupted
     * @throws IllegalArgumentException if something given is not as it must be
     */
    protected abstract byte[][] work(Path workspace, Path scratch) throws IOException;

    /** The build's log. */
    protected final PrintStream log() {
        return listener.getLogger();
    }

    /** Says something in the build's log; sent off at once, as an agent loses lines that it keeps back when the step ends. */
    protected final void say(String line) {
        log().println("[weir] " + line);
        log().flush();
    }

    @Override
    public final byte[][] invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        try {
            return work(workspace.toPath(), Files.createDirectories(Path.of(temporary)));
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        } catch (AbortException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // With the message only: what is wrong are the data, not the program.
            throw new AbortException(gate + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }
}
