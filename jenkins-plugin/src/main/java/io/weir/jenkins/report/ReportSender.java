package io.weir.jenkins.report;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The thread that sends reports. One at a time: Elasticsearch hears few of them, and in order. */
final class ReportSender {
    /** A report that could not be sent for so long is parked: its incident is history. */
    static final Duration GIVE_UP = Duration.ofDays(1);

    private static final long STOP_SECONDS = 10;

    private static final Logger LOGGER = Logger.getLogger(ReportSender.class.getName());

    private final ReportQueue queue;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    ReportSender(ReportQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "weir reports");
            made.setDaemon(true);
            return made;
        });
    }

    /** Sends what is due, now. */
    void wake() {
        try {
            thread.execute(this::sendDue);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "stopping; what is left is sent after the restart", e);
        }
    }

    /** Breaks off what it is sending; that is sent again after the next start. */
    void stop() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.log(Level.WARNING, "sending reports has not ended within {0} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendDue() {
        try (Round round = new Round()) {
            boolean more = true;
            while (more) {
                more = false;
                for (Report report : queue.heads()) {
                    if (!report.notBefore().isAfter(clock.instant()) && !round.isSilent(report)) {
                        // The incident's next report moves up, whatever came of this one.
                        more |= settle(report, round.attempt(report));
                    }
                }
            }
            scheduleNext();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "sending reports failed; next attempt in " + Pause.LONGEST);
            thread.schedule(this::sendDue, Pause.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** True if the report has left the queue. */
    private boolean settle(Report report, Sent sent) throws IOException {
        Instant now = clock.instant();
        switch (sent.verdict()) {
            case ARRIVED -> queue.arrived(report);
            case REFUSED -> queue.givenUp(report, sent.reason());
            case TRY_AGAIN -> {
                if (report.createdAt().plus(GIVE_UP).isBefore(now)) {
                    queue.givenUp(report, "not sent within " + GIVE_UP + ": " + sent.reason());
                } else {
                    queue.failed(report.retriedAt(now.plus(Pause.after(report.attempts()))), sent.reason());
                    return false;
                }
            }
        }
        return true;
    }

    private void scheduleNext() throws IOException {
        Instant now = clock.instant();
        queue.heads().stream()
                .map(report -> Duration.between(now, report.notBefore()).toMillis())
                .min(Long::compare)
                .ifPresent(millis -> thread.schedule(this::sendDue, Math.max(100, millis), TimeUnit.MILLISECONDS));
    }
}
