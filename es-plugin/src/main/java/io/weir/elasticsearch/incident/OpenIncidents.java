package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.builder.SearchSourceBuilder;

/**
 * A detector's incidents that are not resolved, found by search and so a second behind. Only a hint that saves reading what
 * needs no change: whatever is changed is read by its id first.
 */
public final class OpenIncidents {
    /** The largest page that the server gives by default, and more groups than a detector may have. */
    private static final int MOST = 10_000;

    private static final String SEVERITY = "weir.incident.severity";
    private static final String SEEN_AT = "weir.control.seen_at";

    private final Documents documents;

    OpenIncidents(Documents documents) {
        this.documents = documents;
    }

    /**
     * What is known of an open incident.
     *
     * @param severity how bad it is
     * @param seenAt when evidence was last added
     */
    public record Hint(Severity severity, Instant seenAt) {
        /** Whether new evidence of that severity would be written now. */
        public boolean wants(Severity seen, Instant now) {
            return severity.or(seen) != severity || !now.isBefore(seenAt.plus(Lifecycle.EVIDENCE_EVERY));
        }
    }

    /** The open incidents of a detector, by fingerprint. */
    public Map<String, Hint> of(String detectorId) {
        SearchSourceBuilder source = new SearchSourceBuilder()
                .query(QueryBuilders.boolQuery()
                        .filter(QueryBuilders.termQuery("weir.incident.detector.id", detectorId))
                        .filter(QueryBuilders.termsQuery("weir.incident.state", "open", "acknowledged")))
                .fetchSource(false)
                .docValueField(SEVERITY)
                .docValueField(SEEN_AT, "strict_date_time")
                .size(MOST);
        return documents.search(new SearchRequest(OwnIndices.INCIDENTS).source(source), OpenIncidents::hints);
    }

    /** The groups of those fingerprints, read by id. */
    public Map<String, Map<String, String>> groups(Collection<String> fingerprints) {
        Map<String, Map<String, String>> groups = new HashMap<>();
        for (StoredDocument document :
                documents.get(OwnIndices.INCIDENTS, fingerprints).values()) {
            IncidentDocument.readable(document)
                    .ifPresent(read -> groups.put(document.id(), read.incident().group()));
        }
        return groups;
    }

    private static Map<String, Hint> hints(SearchResponse response) {
        Map<String, Hint> hints = new HashMap<>();
        for (SearchHit hit : response.getHits()) {
            hints.put(
                    hit.getId(),
                    new Hint(
                            Severity.of(hit.field(SEVERITY).<String>getValue()),
                            Instant.parse(hit.field(SEEN_AT).<String>getValue())));
        }
        return hints;
    }
}
