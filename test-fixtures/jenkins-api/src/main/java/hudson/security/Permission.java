package hudson.security;

import io.weir.fixtures.jenkinsapi.HostOnly;

/** Something that one may be allowed to do. */
public final class Permission {
    private final String id;

    /** Of that id; the real one belongs to a group and has a description. */
    @HostOnly
    public Permission(String id) {
        this.id = id;
    }

    /** Its id. */
    public String getId() {
        return id;
    }
}
