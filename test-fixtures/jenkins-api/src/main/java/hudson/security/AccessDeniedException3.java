package hudson.security;

/** The caller lacks a permission. */
public class AccessDeniedException3 extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Lacks that one. */
    AccessDeniedException3(Permission permission) {
        super("the caller is missing the " + permission.getId() + " permission");
    }
}
