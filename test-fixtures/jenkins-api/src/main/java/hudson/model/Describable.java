package hudson.model;

import jenkins.model.Jenkins;

/** Something that a form or a Jenkinsfile can configure. */
public interface Describable<T extends Describable<T>> {
    /** What is known of its class. */
    @SuppressWarnings("unchecked")
    default Descriptor<T> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(getClass());
    }
}
