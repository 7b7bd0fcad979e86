package io.weir.jenkins.validation;

import io.weir.profile.Profiler;
import java.io.PrintStream;
import java.util.Locale;

/** Says in the build's log how far it is, at the begin and then every few seconds at most. */
final class ProgressLog implements Profiler.Progress {
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private static final long KILO = 1_000;

    private final PrintStream log;
    private final long begun = System.nanoTime();
    private long said = begun;

    ProgressLog(PrintStream log) {
        this.log = log;
    }

    @Override
    public void report(long bytesRead, long bytesTotal) {
        if (bytesRead == 0) {
            say("[weir] reading " + size(bytesTotal));
            return;
        }
        long now = System.nanoTime();
        if (now - said < PAUSE_NANOS) {
            return;
        }
        said = now;
        double seconds = (now - begun) / 1e9;
        say(String.format(
                Locale.ROOT,
                "[weir] read %s of %s (%.0f %%), %s/s",
                size(bytesRead),
                size(bytesTotal),
                bytesTotal == 0 ? 0.0 : 100.0 * bytesRead / bytesTotal,
                size((long) (bytesRead / seconds))));
    }

    /** An agent keeps lines back for a while, and those of a step that has ended are lost. */
    private void say(String line) {
        log.println(line);
        log.flush();
    }

    private static String size(long bytes) {
        return bytes < KILO
                ? bytes + " bytes"
                : bytes < 1_000 * KILO
                        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
