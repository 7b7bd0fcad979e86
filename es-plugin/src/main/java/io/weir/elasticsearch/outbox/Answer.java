package io.weir.elasticsearch.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to.
 *
 * @param verdict what to do now
 * @param status HTTP status, 0 if there was no answer
 * @param retryAfterMillis how long the receiver asks to wait, 0 if it does not
 * @param reason why it failed, or null
 */
record Answer(
        Verdict verdict,
        int status,
        long retryAfterMillis,
        @Nullable String reason) {
    /** What to do after an attempt. */
    enum Verdict {
        /** The receiver has it. */
        DELIVERED,
        /** The receiver is away or busy: again later, and the webhook as a whole is suspect. */
        UNAVAILABLE,
        /** The receiver answered and does not want this one; a few more attempts, as a key may be in rotation. */
        REFUSED,
        /** The receiver says that it is gone for good. */
        GONE
    }
}
