package hudson.triggers;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Item;
import java.io.ObjectStreamException;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** Starts builds of a job. */
public abstract class Trigger<J extends Item> implements Describable<Trigger<?>>, ExtensionPoint {
    /** The job, while the trigger is in force. */
    protected transient @Nullable J job;

    /** Without a timetable. */
    protected Trigger() {}

    /** Comes into force; {@code newInstance} if the job was just configured and not loaded. */
    public void start(J project, boolean newInstance) {
        this.job = project;
    }

    /** Goes out of force. */
    public void stop() {}

    /** Called when it was read from a file. */
    protected Object readResolve() throws ObjectStreamException {
        return this;
    }

    @Override
    public TriggerDescriptor getDescriptor() {
        return (TriggerDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }
}
