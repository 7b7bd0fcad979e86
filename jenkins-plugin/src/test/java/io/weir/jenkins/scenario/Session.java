package io.weir.jenkins.scenario;

/** What happens between a start of the host and its stop. */
@FunctionalInterface
public interface Session {
    /** Happens. */
    void on(PipelineHost host) throws Throwable;
}
