package hudson;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds back {@code save()} of one object until {@link #commit()}, so that many setters write one file. */
public class BulkChange implements Closeable {
    private static final ThreadLocal<Deque<Saveable>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

    private final Saveable saveable;
    private boolean closed;

    /** Starts to hold back. */
    public BulkChange(Saveable saveable) {
        this.saveable = saveable;
        OPEN.get().push(saveable);
    }

    /** Saves. */
    public void commit() throws IOException {
        if (!closed) {
            close();
            saveable.save();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            OPEN.get().removeFirstOccurrence(saveable);
        }
    }

    /** Whether a {@code save()} of that object is to do nothing now. */
    public static boolean contains(Saveable saveable) {
        return OPEN.get().contains(saveable);
    }
}
