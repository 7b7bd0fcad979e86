package io.weir.jenkins.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Something that runs Jenkinsfiles with the plugin. */
public interface PipelineHost {
    /** Root address, with a slash at its end. */
    URI url();

    /** Directory of all its files. */
    Path home();

    /** Makes a job, and runs it once, after which its triggers and parameters are in force. */
    void define(String job, String jenkinsfile) throws Exception;

    /** Runs a job that is defined once more; returns when that build is over. */
    void build(String job) throws Exception;

    /** The builds of a job so far, oldest first, running ones included. */
    List<Build> builds(String job) throws Exception;

    /** Waits until a build is over. */
    Build await(String job, int number) throws Throwable;

    /** Stops a build. */
    void abort(String job, int number) throws Exception;
}
