package io.weir.jenkins.validation;

import io.weir.profile.Profiler;
import java.io.PrintStream;
import java.util.Locale;

/** Says in the build's log how far it is, at the begin and then every few seconds at most. */
final class ProgressLog implements Profiler.Progress {
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final PrintStream log;
    private final long begun = System.nanoTime();
    private long said = begun;

    ProgressLog(PrintStream log) {
        this.log = log;
    }

    @Override
    public void report(long bytesRead, long bytesTotal) {
        if (bytesRead == 0) {
            log.println("[weir] reading " + megabytes(bytesTotal));
            return;
        }
        long now = System.nanoTime();
        if (now - said < PAUSE_NANOS) {
            return;
        }
        said = now;
        double seconds = (now - begun) / 1e9;
        log.println(String.format(
                Locale.ROOT,
                "[weir] read %s of %s (%.0f %%), %s/s",
                megabytes(bytesRead),
                megabytes(bytesTotal),
                bytesTotal == 0 ? 0.0 : 100.0 * bytesRead / bytesTotal,
                megabytes((long) (bytesRead / seconds))));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
