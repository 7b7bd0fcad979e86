package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.ApiRequest;
import io.weir.elasticsearch.api.ApiResponse;
import io.weir.elasticsearch.outbox.OutboxTaskParams;
import io.weir.elasticsearch.store.Identity;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.task.Tasks;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.ResourceNotFoundException;
import org.elasticsearch.rest.RestStatus;

/** What callers may ask of detectors. */
public final class DetectorOperations {
    private final DetectorStore store;
    private final CheckpointStore checkpoints;
    private final DetectorChecks checks;
    private final Tasks tasks;
    private final Identity identity;
    private final Preview preview;
    private final Uninstall uninstall;
    private final LongSupplier clock;
    private final int maxDetectors;

    DetectorOperations(
            DetectorServices services,
            DetectorChecks checks,
            Tasks tasks,
            Identity identity,
            Uninstall uninstall,
            int maxDetectors) {
        this.store = services.detectors();
        this.checkpoints = services.checkpoints();
        this.checks = checks;
        this.tasks = tasks;
        this.identity = identity;
        this.preview = new Preview(services.client(), services.metrics());
        this.uninstall = uninstall;
        this.clock = services.threadPool()::absoluteTimeInMillis;
        this.maxDetectors = maxDetectors;
    }

    ApiResponse put(ApiRequest request) {
        String id = DefinitionParser.id(request.parameter("id"));
        if (!request.hasBody()) {
            throw new InvalidJsonException("request body is missing, must be a detector's definition");
        }
        if (request.bodyBytes() > DefinitionParser.MAX_BYTES) {
            throw new InvalidJsonException("request body has " + request.bodyBytes()
                    + " bytes, the limit of a detector is " + DefinitionParser.MAX_BYTES + "; send less");
        }
        ObjectNode source = request.body();
        DetectorDefinition definition = DefinitionParser.parse(source);
        Map<String, String> creator = identity.caller();
        List<String> warnings = checks.check(definition, creator);
        Optional<StoredDocument> before = store.stored(id);
        if (before.isEmpty()) {
            refuseTooMany();
        }
        Detector detector = next(id, source, definition, creator, before);
        detector.checkReadable();
        written(id, store.put(detector, before));
        run(detector);
        ObjectNode answer = StrictJson.object();
        answer.put("id", id).put("version", detector.version()).put("result", before.isEmpty() ? "created" : "updated");
        warnings.forEach(answer.putArray("warnings")::add);
        return ApiResponse.of(before.isEmpty() ? RestStatus.CREATED : RestStatus.OK, answer);
    }

    ApiResponse get(ApiRequest request) {
        return ApiResponse.ok(detector(request).toAnswer());
    }

    ApiResponse list(ApiRequest request) {
        ObjectNode answer = StrictJson.object();
        List<StoredDocument> all = store.all();
        answer.put("total", all.size());
        ArrayNode detectors = answer.putArray("detectors");
        for (StoredDocument document : all) {
            detectors.add(shown(document));
        }
        return ApiResponse.ok(answer);
    }

    ApiResponse delete(ApiRequest request) {
        String id = DefinitionParser.id(request.parameter("id"));
        StoredDocument stored = store.stored(id).orElseThrow(() -> absent(id));
        written(id, store.delete(stored));
        tasks.remove(DetectorTaskParams.taskId(id));
        checkpoints.delete(id);
        return ApiResponse.ok(StrictJson.object().put("id", id).put("result", "deleted"));
    }

    ApiResponse start(ApiRequest request) {
        return enable(request, true);
    }

    ApiResponse stop(ApiRequest request) {
        return enable(request, false);
    }

    ApiResponse preview(ApiRequest request) {
        return ApiResponse.ok(preview.of(detector(request), request.fields(), identity.caller(), clock.getAsLong()));
    }

    ApiResponse explain(ApiRequest request) {
        Detector detector = detector(request);
        return ApiResponse.ok(Explanation.of(
                detector, checkpoints.get(detector.id()), tasks.find(DetectorTaskParams.taskId(detector.id()))));
    }

    ApiResponse prepareUninstall(ApiRequest request) {
        return ApiResponse.ok(uninstall.prepare());
    }

    private ApiResponse enable(ApiRequest request, boolean enabled) {
        String id = DefinitionParser.id(request.parameter("id"));
        StoredDocument stored = store.stored(id).orElseThrow(() -> absent(id));
        Detector detector = Detector.read(id, stored.source());
        if (detector.definition().enabled() != enabled) {
            detector = detector.enabled(enabled, now());
            written(id, store.put(detector, Optional.of(stored)));
        }
        run(detector);
        return ApiResponse.ok(StrictJson.object().put("id", id).put("enabled", enabled));
    }

    /** Has the cluster run what the document says. */
    private void run(Detector detector) {
        String taskId = DetectorTaskParams.taskId(detector.id());
        boolean current = tasks.find(taskId)
                .map(task ->
                        task.getParams() instanceof DetectorTaskParams params && params.version() == detector.version())
                .orElse(false);
        if (!current || !detector.definition().enabled()) {
            tasks.remove(taskId);
        }
        if (detector.definition().enabled()) {
            tasks.start(OutboxTaskParams.TASK_ID, new OutboxTaskParams());
            tasks.start(taskId, new DetectorTaskParams(detector.id(), detector.version()));
        }
    }

    private Detector next(
            String id,
            ObjectNode source,
            DetectorDefinition definition,
            Map<String, String> creator,
            Optional<StoredDocument> stored) {
        Detector fresh = new Detector(id, 1, clock.getAsLong(), now(), now(), source, definition, creator);
        return stored.map(before -> Detector.readable(before)
                        .map(readable -> readable.replacedBy(source, definition, creator, now()))
                        .orElseGet(() -> fresh.after(before.source())))
                .orElse(fresh);
    }

    private static ObjectNode shown(StoredDocument document) {
        try {
            return Detector.read(document.id(), document.source()).toAnswer();
        } catch (InvalidJsonException e) {
            return StrictJson.object().put("id", document.id()).put("unreadable", e.getMessage());
        }
    }

    private void refuseTooMany() {
        long count = store.count();
        if (count >= maxDetectors) {
            throw new InvalidJsonException("there are " + count + " detectors, the limit is " + maxDetectors
                    + "; delete one, or raise weir.detectors.max");
        }
    }

    private Detector detector(ApiRequest request) {
        String id = DefinitionParser.id(request.parameter("id"));
        return store.get(id).orElseThrow(() -> absent(id));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.getAsLong());
    }

    private static void written(String id, boolean done) {
        if (!done) {
            throw new ElasticsearchStatusException(
                    "detector '" + id + "' was changed by somebody else just now; look and try again",
                    RestStatus.CONFLICT);
        }
    }

    private static ResourceNotFoundException absent(String id) {
        return new ResourceNotFoundException("there is no detector '" + id + "'; GET /_weir/detectors lists them");
    }
}
