package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.Action;
import java.util.Collection;

/** Gives objects of a type actions that are made anew whenever they are asked for, and never saved. */
public abstract class TransientActionFactory<T> implements ExtensionPoint {
    /** The type of the objects. */
    public abstract Class<T> type();

    /** The actions of one of them. */
    public abstract Collection<? extends Action> createFor(T target);
}
