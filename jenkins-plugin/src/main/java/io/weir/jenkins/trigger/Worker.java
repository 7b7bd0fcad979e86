package io.weir.jenkins.trigger;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One thread that does what it is given in turn, as the system user. What fails is logged and does not stop it. */
final class Worker {
    private static final long STOP_SECONDS = 10;
    private static final long ANSWER_SECONDS = 10;
    private static final Logger LOGGER = Logger.getLogger(Worker.class.getName());

    private final ScheduledExecutorService thread;

    Worker(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Something to do. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Does it once, soon. */
    void run(String what, Work work) {
        try {
            thread.execute(guarded(what, work));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, e, () -> "stopping; after the restart: " + what);
        }
    }

    /** Does it again and again. */
    void every(Duration first, Duration pause, String what, Work work) {
        thread.scheduleWithFixedDelay(guarded(what, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for an answer.
     *
     * @throws IOException if there is none within ten seconds, when it may still be worked out, or if that fails
     */
    <T> T ask(String what, Callable<T> question) throws IOException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        run(what, () -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
                throw new IOException(e);
            }
        });
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("can't " + what + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("not done within " + ANSWER_SECONDS + " s; look again later", e);
        }
    }

    /** Finishes what was handed over. */
    void stop() {
        // Not shutdownNow: an interrupt would close the file that is just being written.
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.log(Level.WARNING, "work has not ended within {0} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable guarded(String what, Work work) {
        return () -> {
            try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                work.run();
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.SEVERE, e, () -> "can't " + what);
            }
        };
    }
}
