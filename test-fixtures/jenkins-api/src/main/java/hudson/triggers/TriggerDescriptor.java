package hudson.triggers;

import hudson.model.Descriptor;
import hudson.model.Item;

/** What is known of a class of triggers. */
public abstract class TriggerDescriptor extends Descriptor<Trigger<?>> {
    /** Of the class that encloses this one. */
    protected TriggerDescriptor() {}

    /** Whether that item can have it. */
    public abstract boolean isApplicable(Item item);
}
