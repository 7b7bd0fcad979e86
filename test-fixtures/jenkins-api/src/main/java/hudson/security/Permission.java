package hudson.security;

import io.weir.fixtures.jenkinsapi.HostOnly;
import org.jspecify.annotations.Nullable;
import org.jvnet.localizer.Localizable;

/** Something that one may be allowed to do. */
public final class Permission {
    /** To see whatever may be seen; not granted by itself in a matrix. */
    public static final Permission READ = new Permission("hudson.security.Permission.GenericRead");

    private final String id;

    /** Of that id; the real one belongs to a group and has a description. */
    @HostOnly
    public Permission(String id) {
        this.id = id;
    }

    /**
     * A new one.
     *
     * @param group what it is listed under
     * @param name a Java identifier, unique in the group
     * @param description for people
     * @param impliedBy whoever has that one has this one, too
     * @param enable whether it can be granted
     * @param scopes what it is about
     */
    public Permission(
            PermissionGroup group,
            String name,
            @Nullable Localizable description,
            @Nullable Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes) {
        this(group.owner.getName() + "." + name);
    }

    /** Its id. */
    public String getId() {
        return id;
    }
}
