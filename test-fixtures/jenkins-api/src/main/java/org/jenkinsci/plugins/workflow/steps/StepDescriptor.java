package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Descriptor;
import java.util.Set;

/** What is known of a class of steps. */
public abstract class StepDescriptor extends Descriptor<Step> {
    /** Of the class that encloses this one. */
    protected StepDescriptor() {}

    /** Types that the step can't do without. */
    public abstract Set<? extends Class<?>> getRequiredContext();

    /** Name in a Jenkinsfile. */
    public abstract String getFunctionName();

    /** Whether it takes a block. */
    public boolean takesImplicitBlockArgument() {
        return false;
    }
}
