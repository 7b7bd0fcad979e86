package hudson.model;

import hudson.ExtensionPoint;

/** A root action that is served to callers without any permission: it checks them itself. */
public interface UnprotectedRootAction extends RootAction, ExtensionPoint {}
