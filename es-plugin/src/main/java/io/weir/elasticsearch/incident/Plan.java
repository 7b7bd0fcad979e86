package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.StoredDocument;
import org.jspecify.annotations.Nullable;

/** What is to be done about one incident. */
sealed interface Plan {
    /** Nothing, for a reason that {@code _explain} tells; empty where it goes without saying. */
    record Skip(String reason) implements Plan {}

    /**
     * A new content.
     *
     * @param next the new content
     * @param effect what that means
     * @param past the resolved incident whose place it takes, to be kept under its own id; or null
     */
    record Change(
            IncidentDocument next, Effect effect, @Nullable StoredDocument past) implements Plan {}
}
