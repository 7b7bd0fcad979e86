package hudson.security;

import org.springframework.security.core.Authentication;

/** Who may do what, and as whom the controller itself acts. */
public abstract class ACL {
    /** The controller itself, which may do everything. */
    public static final Authentication SYSTEM2 = () -> "SYSTEM";

    /** Acts as somebody else until the context is closed. */
    public static ACLContext as2(Authentication authentication) {
        return new ACLContext();
    }
}
