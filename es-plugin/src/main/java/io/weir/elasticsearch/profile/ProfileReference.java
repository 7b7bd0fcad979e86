package io.weir.elasticsearch.profile;

import io.weir.json.InvalidJsonException;
import java.util.regex.Pattern;

/**
 * How a text names a stored profile: {@code name@version}, {@code name@alias}, or {@code name} alone for the newest version.
 *
 * @param name of the profile
 * @param revision a version or an alias
 */
public record ProfileReference(String name, String revision) {
    /** The alias of the newest version; it moves by itself. */
    public static final String LATEST = "latest";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** @throws InvalidJsonException naming what is no name, and the form of one */
    public ProfileReference {
        checked(name, "profile name");
        checked(revision, "profile version");
    }

    /**
     * The reference that a text is.
     *
     * @throws InvalidJsonException naming what is no name, and the form of one
     */
    public static ProfileReference parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new ProfileReference(text, LATEST)
                : new ProfileReference(text.substring(0, at), text.substring(at + 1));
    }

    /** The text, if it is a name; {@code what} it is, for messages. */
    static String checked(String text, String what) {
        if (!FORM.matcher(text).matches()) {
            String shown = text.length() > 120 ? text.substring(0, 120) + "…" : text;
            throw new InvalidJsonException(what + " is '" + shown
                    + "', must be 1 to 100 characters of A-Z a-z 0-9 . _ - and begin with a letter or digit");
        }
        return text;
    }

    /** {@code name@revision}. */
    @Override
    public String toString() {
        return name + "@" + revision;
    }
}
