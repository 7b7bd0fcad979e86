package org.jenkinsci.remoting;

/** Something that may be sent to some machines only. */
public interface RoleSensitive {
    /** Refuses machines that must not run it. */
    void checkRoles(RoleChecker checker) throws SecurityException;
}
