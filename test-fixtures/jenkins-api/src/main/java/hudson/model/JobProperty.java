package hudson.model;

import hudson.ExtensionPoint;

/** A setting of a job that a plugin adds. */
public abstract class JobProperty<J extends Job<?, ?>> implements ExtensionPoint {}
