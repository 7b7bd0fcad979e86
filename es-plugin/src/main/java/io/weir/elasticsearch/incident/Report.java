package io.weir.elasticsearch.incident;

import io.weir.incident.HistoryEntry;
import io.weir.incident.IncidentState;
import io.weir.incident.Outcome;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a job says of an incident.
 *
 * @param by who
 * @param note free text, possibly empty
 * @param outcome what their action came to, or null
 * @param url the build that acted, or null
 * @param reportId makes saying it twice the same as saying it once, or null
 */
record Report(
        String by,
        String note,
        @Nullable Outcome outcome,
        @Nullable String url,
        @Nullable String reportId) {
    private static final int MAX_BY = 300;
    private static final int MAX_NOTE = 2000;
    private static final int MAX_URL = 1000;
    private static final Pattern REPORT_ID = Pattern.compile("[A-Za-z0-9._:/#@-]{1,128}");

    /** Fields that every report may have. */
    static Report read(JsonFields fields) {
        String by = fields.text("by", MAX_BY);
        if (by.isBlank()) {
            throw new InvalidJsonException("by is empty, must say who this is");
        }
        String note = fields.optionalText("note", MAX_NOTE);
        return new Report(
                by,
                note == null ? "" : note,
                fields.has("outcome") ? fields.parsed("outcome", 20, Outcome::of) : null,
                fields.has("url") ? fields.parsed("url", MAX_URL, Report::httpUrl) : null,
                fields.has("report_id") ? fields.parsed("report_id", 128, Report::reportId) : null);
    }

    /** A report that may only have one of these outcomes. */
    Report withOutcomeOf(Set<Outcome> allowed, @Nullable Outcome otherwise) {
        if (outcome != null && !allowed.contains(outcome)) {
            throw new InvalidJsonException("outcome is '" + outcome.id() + "', must be one of "
                    + String.join(
                            ", ", allowed.stream().map(Outcome::id).sorted().toList())
                    + " here; others go to _note");
        }
        return outcome == null ? new Report(by, note, otherwise, url, reportId) : this;
    }

    HistoryEntry entry(Instant at, @Nullable IncidentState to) {
        return new HistoryEntry(at, to, by, note, outcome, url);
    }

    private static String httpUrl(String text) {
        if (!text.matches("https?://\\S+")) {
            throw new IllegalArgumentException(
                    "'" + text + "', must begin with http:// or https:// and have no blanks");
        }
        return text;
    }

    private static String reportId(String text) {
        if (!REPORT_ID.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "', must match " + REPORT_ID.pattern());
        }
        return text;
    }
}
