package io.weir.jenkins.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words of a Jenkinsfile that say where something is and what it is called there, such as {@code build:41}.
 *
 * @param <K> the places that there are; in words they are lower case
 * @param kind where to look
 * @param name what to look for there
 */
public record Words<K extends Enum<K>>(K kind, String name) {
    /** Reads them; null if they are longer than that, or begin with none of the places and a colon. */
    public static <K extends Enum<K>> @Nullable Words<K> of(String words, Class<K> kinds, int most) {
        int colon = words.indexOf(':');
        if (colon > 0 && words.length() <= most) {
            for (K kind : kinds.getEnumConstants()) {
                if (words.substring(0, colon).equals(kind.name().toLowerCase(Locale.ROOT))) {
                    return new Words<>(kind, words.substring(colon + 1).strip());
                }
            }
        }
        return null;
    }

    /** Words for a message, cut if they are longer than that. */
    public static String shown(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most) + "…";
    }
}
