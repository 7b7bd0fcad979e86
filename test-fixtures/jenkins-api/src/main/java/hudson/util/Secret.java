package hudson.util;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A text that is encrypted wherever it is written or shown. */
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** The secret of that text. */
    public static Secret fromString(@Nullable String data) {
        return new Secret(data == null ? "" : data);
    }

    /** The text itself. */
    public String getPlainText() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
