package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.task.LoopTask;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.logging.LogManager;
import org.elasticsearch.logging.Logger;

/** One turn of a detector's task: read the definition, judge what is due, say when to come back. */
final class DetectorTurn implements LoopTask.Turn {
    private static final Logger LOGGER = LogManager.getLogger(DetectorTurn.class);

    /** After a failure the interval is tried again soon, but not so soon as to make a bad time worse. */
    private static final long RETRY_AT_LEAST = 1_000;

    private static final long RETRY_AT_MOST = 30_000;

    /** A clock that is put right by less than this only makes a detector wait. */
    private static final long CLOCK_TOLERANCE = 60_000;

    private final String detectorId;
    private final long allocationId;
    private final DetectorStore detectors;
    private final DetectorRun run;
    private final Client searching;
    private final LongSupplier clock;
    private boolean failing;

    DetectorTurn(
            String detectorId,
            long allocationId,
            DetectorStore detectors,
            DetectorRun run,
            Client searching,
            LongSupplier clock) {
        this.detectorId = detectorId;
        this.allocationId = allocationId;
        this.detectors = detectors;
        this.run = run;
        this.searching = searching;
        this.clock = clock;
    }

    /** Intervals of tomorrow are done: a clock ran ahead when they were judged. Waiting for tomorrow would be blindness. */
    private void lookFromNowOn(long next) {
        LOGGER.warn(
                "detector '{}' has judged everything up to {}, which is to come: a node's clock was put back, or runs ahead. "
                        + "The detector looks from now on",
                detectorId,
                Instant.ofEpochMilli(next));
        detectors.stored(detectorId).ifPresent(stored -> {
            Detector detector = Detector.read(detectorId, stored.source());
            if (detector.definition().enabled()) {
                detectors.put(detector.enabled(true, Instant.ofEpochMilli(clock.getAsLong())), Optional.of(stored));
            }
        });
    }

    @Override
    public long once() {
        long retry = RETRY_AT_LEAST;
        try {
            Optional<Detector> found = detectors.get(detectorId);
            if (found.isEmpty() || !found.get().definition().enabled()) {
                return STOP;
            }
            DetectorDefinition definition = found.get().definition();
            retry = Math.clamp(definition.intervalMillis(), RETRY_AT_LEAST, RETRY_AT_MOST);
            long next = run.run(found.get(), allocationId, searching);
            failing = false;
            if (next - clock.getAsLong() > CLOCK_TOLERANCE) {
                lookFromNowOn(next);
                return RETRY_AT_LEAST;
            }
            long due = next + definition.intervalMillis() + definition.delayMillis();
            return Math.clamp(due - clock.getAsLong(), 0, definition.intervalMillis());
        } catch (SupersededException e) {
            LOGGER.info("{}", e.getMessage());
            // The cluster has another task for this detector and cancels this one; it must not report it as done.
            return retry;
        } catch (RuntimeException e) {
            if (!failing) {
                LOGGER.warn("detector '" + detectorId + "' could not judge what is due, it tries again", e);
            }
            failing = true;
            return retry;
        }
    }
}
