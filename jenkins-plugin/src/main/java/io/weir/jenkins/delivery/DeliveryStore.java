package io.weir.jenkins.delivery;

import hudson.Extension;
import hudson.ExtensionList;
import io.weir.incident.Fingerprint;
import io.weir.jenkins.storage.DurableFile;
import io.weir.jenkins.storage.WeirHome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every accepted delivery as one file, open ones in {@code open/}, finished ones in {@code done/}; being there is also what
 * makes a delivery "seen before", across restarts. File names are hashes, so that an id from outside never becomes a path.
 *
 * <p>Thread-safe. Finished files are removed after {@link #KEPT}, or from the oldest on if there are more than
 * {@link #MAX_DONE}; a signature older than its tolerance is refused anyway, so that forgetting can't open a replay.
 */
@Extension
public final class DeliveryStore {
    /** Longer than any sender keeps trying. */
    static final Duration KEPT = Duration.ofDays(14);

    /** At some kilobytes each a few hundred megabytes. */
    static final int MAX_DONE = 50_000;

    private static final String SUFFIX = ".json";
    private static final Logger LOGGER = Logger.getLogger(DeliveryStore.class.getName());

    private final Path open;
    private final Path done;
    private final Path broken;

    /** In Jenkins' home. */
    public DeliveryStore() {
        this(WeirHome.directory("deliveries"));
    }

    /** In a directory. */
    public DeliveryStore(Path directory) {
        this.open = directory.resolve("open");
        this.done = directory.resolve("done");
        this.broken = directory.resolve("broken");
    }

    /** The one of this Jenkins. */
    public static DeliveryStore get() {
        return ExtensionList.lookupSingleton(DeliveryStore.class);
    }

    /** Stores a new delivery; on return it is on disk. False, and nothing done, if its id was seen before. */
    public synchronized boolean accept(Delivery delivery) throws IOException {
        if (Files.exists(file(open, delivery.id())) || Files.exists(file(done, delivery.id()))) {
            return false;
        }
        DurableFile.write(file(open, delivery.id()), DeliveryJson.write(delivery));
        return true;
    }

    /** Replaces what is stored of a delivery. */
    public synchronized void update(Delivery delivery) throws IOException {
        Path file = file(open, delivery.id());
        DurableFile.write(file, DeliveryJson.write(delivery));
        if (delivery.isFinished()) {
            DurableFile.move(file, file(done, delivery.id()));
        }
    }

    /** A delivery by its id, or null if it is not known (any more). */
    public synchronized @Nullable Delivery find(String id) throws IOException {
        for (Path directory : List.of(open, done)) {
            try {
                return DeliveryJson.read(Files.readAllBytes(file(directory, id)));
            } catch (NoSuchFileException e) {
                LOGGER.log(Level.FINEST, "{0} is not in {1}", new Object[] {id, directory});
            }
        }
        return null;
    }

    /** All that are not finished, oldest first. A file that can't be read is moved to {@code broken/} and logged. */
    public synchronized List<Delivery> open() throws IOException {
        List<Delivery> all = new ArrayList<>();
        for (Path file : files(open)) {
            try {
                all.add(DeliveryJson.read(Files.readAllBytes(file)));
            } catch (IllegalArgumentException e) {
                LOGGER.log(Level.SEVERE, e, () -> file + " can't be read; moved to " + broken);
                DurableFile.move(file, broken.resolve(file.getFileName()));
            }
        }
        all.sort(Comparator.comparing(Delivery::receivedAt));
        return all;
    }

    /** Removes finished ones that are old, or too many. */
    public synchronized void prune(Instant now) throws IOException {
        List<Path> files = new ArrayList<>(files(done));
        files.sort(Comparator.comparing(DeliveryStore::modified));
        int surplus = files.size() - MAX_DONE;
        for (Path file : files) {
            if (surplus-- > 0 || modified(file).isBefore(now.minus(KEPT))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                stream.forEach(all::add);
            }
        }
        return all;
    }

    private static Instant modified(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            return time.toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static Path file(Path directory, String id) {
        return directory.resolve(Fingerprint.of(id) + SUFFIX);
    }
}
