package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.outbox.Webhooks;
import io.weir.elasticsearch.store.Credentials;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.task.Tasks;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.rest.RestStatus;

/**
 * Takes out of the cluster what would keep a node without the plugin from starting: the server reads the parameters of
 * persistent tasks by name, and refuses settings and keystore entries that nobody declares.
 */
final class Uninstall {
    private final DetectorStore detectors;
    private final Tasks tasks;
    private final Webhooks webhooks;
    private final LongSupplier clock;

    Uninstall(DetectorStore detectors, Tasks tasks, Webhooks webhooks, LongSupplier clock) {
        this.detectors = detectors;
        this.tasks = tasks;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    ObjectNode prepare() {
        ObjectNode answer = StrictJson.object();
        // Stopped first: a task that still runs would start what is enabled again.
        ArrayNode stopped = answer.putArray("stopped_detectors");
        for (String id : detectors.enabled()) {
            stop(id);
            stopped.add(id);
        }
        ArrayNode removed = answer.putArray("removed_tasks");
        for (String task : tasks.all()) {
            tasks.remove(task);
            removed.add(task);
        }
        ArrayNode keystore = answer.putArray("keystore_entries_to_remove");
        webhooks.secretNames().forEach(keystore::add);
        Credentials.names().forEach(keystore::add);
        ArrayNode settings = answer.putArray("settings_to_remove");
        settings.add("weir.*");
        answer.put(
                "next",
                "On every node: bin/elasticsearch-keystore remove each of these entries that is there, delete the settings from "
                        + "elasticsearch.yml, bin/elasticsearch-plugin remove weir, restart. The indices .weir-detectors, .weir-outbox "
                        + "and weir-incidents stay until you delete them.");
        return answer;
    }

    private void stop(String id) {
        Optional<StoredDocument> stored = detectors.stored(id);
        // One that cannot be read cannot run either.
        Optional<Detector> detector = stored.flatMap(Detector::readable)
                .filter(each -> each.definition().enabled());
        if (detector.isEmpty()) {
            return;
        }
        if (!detectors.put(detector.get().enabled(false, Instant.ofEpochMilli(clock.getAsLong())), stored)) {
            throw new ElasticsearchStatusException(
                    "detector '" + id + "' was changed by somebody else just now; call this again",
                    RestStatus.CONFLICT);
        }
    }
}
