package io.weir.profile;

/** What one value is. The order is part of the stored form. */
public enum ValueKind {
    /** {@code true} or {@code false}, in any case. */
    BOOLEAN,
    /** Up to 18 digits with or without a sign; not with leading zeros, which make it a code. */
    INTEGER,
    /** Any other number, "NaN" and infinities included. */
    DECIMAL,
    /** A day such as 2026-11-26. */
    DATE,
    /** A day and a time such as 2026-11-26T03:41:00Z; a blank may stand for the T, and without a zone it is UTC. */
    TIMESTAMP,
    /** Everything else. */
    TEXT;

    static final int COUNT = values().length;
}
