package io.weir.elasticsearch.incident;

import io.weir.incident.Fingerprint;
import java.util.List;
import java.util.Map;

/**
 * Who reports trouble: what an incident needs to know of its detector.
 *
 * @param detectorId the detector
 * @param version version of its definition
 * @param generation its generation
 * @param kind the kind of incident it opens
 * @param labels for routing
 * @param webhooks whom to tell
 * @param reopenWithinMillis an incident that comes back this soon is reopened
 */
public record Watch(
        String detectorId,
        long version,
        long generation,
        String kind,
        Map<String, String> labels,
        List<String> webhooks,
        long reopenWithinMillis) {

    /** One detector and group are one trouble, whichever of the clauses saw it; so the kind has no part in it. */
    private static final String ANY_KIND = "detector";

    /** What makes two troubles the same one. */
    public static String fingerprint(String detectorId, Map<String, String> group) {
        return Fingerprint.ofIncident(detectorId, ANY_KIND, group);
    }
}
