package io.weir.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's history.
 *
 * @param at when
 * @param to the state it went to, or null for a note
 * @param by who: a detector, a user, a build
 * @param note free text, possibly empty; what is beyond {@value #MAX_NOTE} characters is cut off
 * @param outcome what the action came to, or null
 * @param url http(s) address of the build that acted, or null
 */
public record HistoryEntry(
        Instant at,
        @Nullable IncidentState to,
        String by,
        String note,
        @Nullable Outcome outcome,
        @Nullable String url) {

    /** The contract's limit. */
    public static final int MAX_NOTE = 2000;

    /** Bounds the note. */
    public HistoryEntry {
        note = note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE - 1) + "…";
    }

    /** Characters of its texts. */
    int length() {
        return by.length() + note.length() + (url == null ? 0 : url.length());
    }
}
