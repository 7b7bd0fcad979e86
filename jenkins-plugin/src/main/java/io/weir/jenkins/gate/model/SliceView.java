package io.weir.jenkins.gate.model;

import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A part of the rows on the page and in the remote API. The name comes from the data; the page escapes it. */
@ExportedBean(defaultVisibility = 3)
public final class SliceView {
    private final String name;
    private final long rows;
    private final String first;
    private final String second;

    /**
     * A part.
     *
     * @param name the conditions that its rows fulfil
     * @param first a number for people
     * @param second another one
     */
    SliceView(String name, long rows, String first, String second) {
        this.name = name;
        this.rows = rows;
        this.first = first;
        this.second = second;
    }

    /** The conditions that its rows fulfil. */
    @Exported
    public String getName() {
        return name;
    }

    /** How many there are. */
    @Exported
    public long getRows() {
        return rows;
    }

    /** The metric, or the mean loss. */
    @Exported
    public String getFirst() {
        return first;
    }

    /** The metric's interval, or the mean loss elsewhere. */
    @Exported
    public String getSecond() {
        return second;
    }
}
