package hudson.util;

import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

/** What is said of a field while it is being edited. */
public abstract class FormValidation extends IOException implements HttpResponse {
    private static final long serialVersionUID = 1L;

    /** How bad it is. */
    public enum Kind {
        /** Nothing wrong. */
        OK,
        /** Allowed, and perhaps not meant. */
        WARNING,
        /** Not allowed. */
        ERROR
    }

    /** How bad it is. */
    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Nothing wrong, nothing to say. */
    public static FormValidation ok() {
        return of(Kind.OK, "");
    }

    /** Nothing wrong. */
    public static FormValidation ok(String message) {
        return of(Kind.OK, message);
    }

    /** Allowed, and perhaps not meant. */
    public static FormValidation warning(String message) {
        return of(Kind.WARNING, message);
    }

    /** Not allowed. */
    public static FormValidation error(String message) {
        return of(Kind.ERROR, message);
    }

    private static FormValidation of(Kind kind, String message) {
        return new FormValidation(kind, message) {
            private static final long serialVersionUID = 1L;
        };
    }
}
