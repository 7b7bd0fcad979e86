package io.weir.profile;

import io.weir.table.Batch;
import io.weir.table.BatchVisitor;
import io.weir.table.Table;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the profile of a table, reading it once on several threads.
 *
 * <p>Memory: about 50 KB a column and thread and 2 MB a thread, whatever the rows; tables of more than a thousand columns get
 * smaller sketches and one thread. The same table, settings and number of threads make the same profile.
 */
public final class Profiler {
    /** Wider tables are read by one thread, because each has all the sketches of all columns. */
    private static final int WIDE = 1000;

    private static final long REPORT_NANOS = 500_000_000;

    private final Table table;
    private final ProfileSettings settings;
    private final Progress progress;
    private final BatchVisitor.Source companions;
    private long reported = System.nanoTime();

    private Profiler(Table table, ProfileSettings settings, Progress progress, BatchVisitor.Source companions) {
        this.table = table;
        this.companions = companions;
        this.settings = settings;
        this.progress = progress;
    }

    /** Who is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** Tells nobody. */
        Progress NONE = (bytesRead, bytesTotal) -> {};

        /** Called on the caller's thread, about twice a second. */
        void report(long bytesRead, long bytesTotal);
    }

    /**
     * The profile of all rows that the table still has; the table stays open.
     *
     * @throws io.weir.table.TableException naming file, row and column of what can't be read
     * @throws InterruptedIOException soon after the thread is interrupted; nothing goes on in the background
     */
    public static DatasetProfile profile(Table table, ProfileSettings settings, Progress progress) throws IOException {
        return profile(table, settings, progress, () -> batch -> {});
    }

    /**
     * The same, with somebody else who looks at every batch: {@code companions} is asked once for each thread, on the
     * caller's, and each one it gives is called from one thread only.
     */
    public static DatasetProfile profile(
            Table table, ProfileSettings settings, Progress progress, BatchVisitor.Source companions)
            throws IOException {
        return new Profiler(table, settings, progress, companions).run();
    }

    private DatasetProfile run() throws IOException {
        Batch first = new Batch();
        boolean any = table.claim(first);
        if (any) {
            first.decode();
        }
        NumericColumns numeric = NumericColumns.of(any ? first : null, settings);
        int width = table.columns().size();
        int threads = width > WIDE ? 1 : settings.threads();
        LaneFeeder feeder = new LaneFeeder(table, threads, any ? first : null);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            lanes.add(new Lane(settings, i, table.columns(), numeric.correlated(), numeric.leftOut()));
        }
        List<BatchVisitor> visitors = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            visitors.add(companions.open());
        }
        work(feeder, lanes, visitors);
        DatasetProfile whole = lanes.getFirst().finish(table.skippedColumns());
        for (Lane lane : lanes.subList(1, threads)) {
            whole = whole.mergedWith(lane.finish(List.of()));
        }
        return NamedColumns.withAll(whole, table.columns(), settings);
    }

    private void work(LaneFeeder feeder, List<Lane> lanes, List<BatchVisitor> visitors) throws IOException {
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < lanes.size(); i++) {
            int number = i;
            Thread helper = new Thread(
                    () -> runLane(feeder, lanes.get(number), visitors.get(number), number), "weir-profile-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        runLane(feeder, lanes.getFirst(), visitors.getFirst(), 0);
        join(helpers, feeder);
        rethrow(feeder.failure());
    }

    private void runLane(LaneFeeder feeder, Lane lane, BatchVisitor visitor, int number) {
        try {
            for (Batch batch = feeder.take(number); batch != null; batch = feeder.take(number)) {
                batch.decode();
                lane.add(batch);
                visitor.visit(batch);
                feeder.giveBack(batch);
                if (number == 0) {
                    report();
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            feeder.fail(e);
        }
    }

    private void report() {
        long now = System.nanoTime();
        if (now - reported >= REPORT_NANOS) {
            reported = now;
            progress.report(table.bytesRead(), table.bytesTotal());
        }
    }

    private static void join(List<Thread> helpers, LaneFeeder feeder) throws InterruptedIOException {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    feeder.fail(new InterruptedIOException("profiling was stopped"));
                    helpers.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
