package io.weir.jenkins.incident;

import java.time.Instant;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A line of a timeline on the page and in the remote API. */
@ExportedBean(defaultVisibility = 2)
public final class TimelineEntry {
    private final Instant at;
    private final String what;
    private final String by;
    private final String note;

    TimelineEntry(Instant at, String what, String by, String note) {
        this.at = at;
        this.what = what;
        this.by = by;
        this.note = note;
    }

    /** When, in UTC. */
    @Exported
    public String getAt() {
        return at.toString();
    }

    /** The state it went to, or what a build reported. */
    @Exported
    public String getWhat() {
        return what;
    }

    /** Who. */
    @Exported
    public String getBy() {
        return by;
    }

    /** In their words. */
    @Exported
    public String getNote() {
        return note;
    }
}
