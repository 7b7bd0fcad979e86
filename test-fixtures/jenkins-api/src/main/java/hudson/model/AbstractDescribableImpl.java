package hudson.model;

/** Something that a form can configure. */
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {
    /** For subclasses. */
    protected AbstractDescribableImpl() {}

    @Override
    public Descriptor<T> getDescriptor() {
        return Describable.super.getDescriptor();
    }
}
