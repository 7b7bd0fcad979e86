package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Describable;

/** A step with its parameters, as written in a Jenkinsfile. */
public abstract class Step implements Describable<Step> {
    /** Makes what runs it. */
    public abstract StepExecution start(StepContext context) throws Exception;
}
