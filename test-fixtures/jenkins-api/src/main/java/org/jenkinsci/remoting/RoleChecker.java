package org.jenkinsci.remoting;

/** Knows what a machine is. */
public abstract class RoleChecker {}
