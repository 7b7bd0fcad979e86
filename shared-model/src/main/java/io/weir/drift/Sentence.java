package io.weir.drift;

/** What a tired person reads of one measure. */
final class Sentence {
    private final OpenMeasure open;
    private final DriftVerdict verdict;
    private final RowsToSettle needed;
    private final int comparisons;

    Sentence(OpenMeasure open, DriftVerdict verdict, RowsToSettle needed, int comparisons) {
        this.open = open;
        this.verdict = verdict;
        this.needed = needed;
        this.comparisons = comparisons;
    }

    String text() {
        Measured measured = open.measured();
        String name = open.check().measure().id() + " of "
                + Words.quoted(open.column().name());
        if (measured.uncertainty() == null) {
            return name + " can't be told: " + measured.detail() + ".";
        }
        String value = name + " is " + Words.number(measured.value());
        String detail = measured.detail().isEmpty() ? "" : " (" + measured.detail() + ")";
        return switch (verdict) {
            case DRIFTED ->
                value + ", with " + confidence() + " confidence above "
                        + Words.number(open.interval().lower()) + "; the limit is " + limit() + detail + ".";
            case STABLE ->
                value + ", with " + confidence() + " confidence below " + upper() + "; the limit is " + limit() + ".";
            case INSUFFICIENT_EVIDENCE -> value + detail + ", but " + why();
        };
    }

    private String why() {
        if (open.exceedance() <= open.level()) {
            return "among " + comparisons + " comparisons a difference this far above the limit " + limit()
                    + " turns up by chance.";
        }
        Measured measured = open.measured();
        String span = "with " + Words.rows(measured.currentCount()) + " against "
                + Words.rows(measured.referenceCount()) + " the true value may be anywhere from "
                + Words.number(open.interval().lower()) + " to " + upper() + ", on either side of the limit " + limit();
        var uncertainty = measured.uncertainty();
        if (uncertainty != null && uncertainty.limitedBySketch()) {
            return span + "; the sketch's own error keeps it open, so compare larger sketches or all values.";
        }
        if (needed.current() == 0) {
            return span + "; it is so close to the limit that more rows will hardly settle it.";
        }
        if (needed.reference() > Math.round(measured.referenceCount())) {
            return span + "; about " + Words.rows(needed.current()) + " on both sides would settle it.";
        }
        return span + "; about " + Words.rows(needed.current()) + " would settle it.";
    }

    private String upper() {
        return Double.isInfinite(open.interval().upper())
                ? "any value"
                : Words.number(open.interval().upper());
    }

    private String limit() {
        return Words.number(open.check().limit());
    }

    private String confidence() {
        return Words.percent(1 - open.level());
    }
}
