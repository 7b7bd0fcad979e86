package jenkins.util;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The controller's pool for short periodic work. */
public class Timer {
    private static final ScheduledExecutorService POOL = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "jenkins.util.Timer");
        thread.setDaemon(true);
        return thread;
    });

    private Timer() {}

    /** The pool. */
    public static ScheduledExecutorService get() {
        return POOL;
    }
}
