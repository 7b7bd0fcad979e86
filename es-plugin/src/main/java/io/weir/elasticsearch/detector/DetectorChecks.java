package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.outbox.Webhooks;
import io.weir.json.InvalidJsonException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.elasticsearch.ExceptionsHelper;
import org.elasticsearch.client.internal.Client;

/** Tries a definition on the data before it is stored: what cannot work is refused, what may be a mistake is a warning. */
final class DetectorChecks {
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final Client client;
    private final MetricReader metrics;
    private final Webhooks webhooks;
    private final LongSupplier clock;

    DetectorChecks(Client client, MetricReader metrics, Webhooks webhooks, LongSupplier clock) {
        this.client = client;
        this.metrics = metrics;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * Checks a definition.
     *
     * @return what may be a mistake, one sentence each
     * @throws InvalidJsonException naming what cannot work
     */
    List<String> check(DetectorDefinition definition, Map<String, String> creator) {
        List<String> problems = webhooks.problems(definition.webhooks());
        if (!problems.isEmpty()) {
            throw new InvalidJsonException("webhooks: " + String.join("; ", problems));
        }
        long interval = definition.intervalMillis();
        long end = DetectorRun.floor(clock.getAsLong(), interval) + interval;
        try {
            return warnings(
                    definition, metrics.read(client, definition, creator, end - definition.windowMillis(), end));
        } catch (InvalidJsonException e) {
            throw e;
        } catch (RuntimeException e) {
            int status = ExceptionsHelper.status(e).getStatus();
            if (status >= BAD_REQUEST && status < SERVER_ERROR) {
                throw new InvalidJsonException("index, query, group_by or clauses: the search on " + definition.index()
                        + " was refused: " + rootMessage(e));
            }
            return List.of("the search on " + definition.index() + " could not be tried: " + rootMessage(e));
        }
    }

    private static List<String> warnings(DetectorDefinition definition, MetricReader.Reading reading) {
        List<String> warnings = new ArrayList<>();
        if (reading.shards() == 0) {
            warnings.add("index: no index matches " + definition.index() + " yet");
            return warnings;
        }
        if (reading.truncated()) {
            warnings.add(
                    "max_groups is " + definition.maxGroups() + ", and there are more; the others are not watched");
        }
        for (int row = 0; row < definition.clauses().size(); row++) {
            int clause = row;
            boolean some = reading.groups().stream()
                    .anyMatch(group -> Arrays.stream(group.values()[clause]).anyMatch(value -> !Double.isNaN(value)));
            if (!some) {
                warnings.add("clauses[" + row + "] ('"
                        + definition.clauses().get(row).name()
                        + "') has no value in the last window; is the field there, and does it hold numbers?");
            }
        }
        return warnings;
    }

    static String rootMessage(Throwable e) {
        Throwable root = ExceptionsHelper.unwrapCause(e);
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
