package hudson.model;

import hudson.BulkChange;
import io.weir.fixtures.jenkinsapi.Controllers;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerRequest2;

/** What is known of a class that can be configured. */
public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    /** The class described. */
    public final transient Class<? extends T> clazz;

    /** Of that class. */
    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz;
    }

    /** Of the class that encloses this one. */
    @SuppressWarnings("unchecked")
    protected Descriptor() {
        Class<?> enclosing = getClass().getEnclosingClass();
        if (enclosing == null) {
            throw new AssertionError(getClass() + " doesn't have an outer class. Use the other constructor");
        }
        this.clazz = (Class<? extends T>) enclosing;
    }

    /** Name for people. */
    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    /** Name for files. */
    public String getId() {
        return clazz.getName();
    }

    /** Takes what a form submits. */
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        return true;
    }

    /** Makes one of what a form submits; null for none. */
    public @Nullable T newInstance(@Nullable StaplerRequest2 request, JSONObject formData) throws FormException {
        throw new UnsupportedOperationException("this host has no forms");
    }

    /** Reads what was saved, if anything was. */
    public synchronized void load() {
        Controllers.current().load(this);
    }

    @Override
    public synchronized void save() {
        if (!BulkChange.contains(this)) {
            Controllers.current().save(this);
        }
    }

    /** A form that can't be accepted, and the field that is at fault. */
    public static class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        /** With a message for that field. */
        public FormException(String message, String formField) {
            super(message + " (" + formField + ")");
        }
    }
}
