package hudson.security;

import io.weir.fixtures.jenkinsapi.Controllers;

/** Something that not everyone may use. */
public interface AccessControlled {
    /** Throws if the caller is not allowed. */
    default void checkPermission(Permission permission) {
        if (!hasPermission(permission)) {
            throw new AccessDeniedException3(permission);
        }
    }

    /** Whether the caller is allowed. */
    default boolean hasPermission(Permission permission) {
        return Controllers.current().hasPermission(permission);
    }
}
