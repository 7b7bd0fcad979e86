package hudson.model;

import hudson.ExtensionPoint;

/** An action of the controller itself, served below its root URL. */
public interface RootAction extends Action, ExtensionPoint {}
