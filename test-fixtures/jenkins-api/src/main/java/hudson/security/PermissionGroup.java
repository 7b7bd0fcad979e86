package hudson.security;

import org.jvnet.localizer.Localizable;

/** Permissions that are listed together. */
public final class PermissionGroup {
    /** The class that declares them, and whose name begins their ids. */
    public final Class owner;

    /**
     * A new one.
     *
     * @param id its name in files
     * @param owner the class that declares its permissions
     * @param title for people
     */
    public PermissionGroup(String id, Class owner, Localizable title) {
        this.owner = owner;
    }
}
