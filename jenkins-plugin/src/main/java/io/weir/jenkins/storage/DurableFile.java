package io.weir.jenkins.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes whole files so that after a crash there is either the old content or the new one, on disk and complete. */
public final class DurableFile {
    private DurableFile() {}

    /** Replaces or creates a file. Cost: two flushes to the disk. */
    public static void write(Path file, byte[] content) throws IOException {
        put(file, content, true);
        flush(parent(file));
    }

    /** The same without the flushes: readers see a whole file, but a crash of the machine may cost the last ones. */
    public static void replace(Path file, byte[] content) throws IOException {
        put(file, content, false);
    }

    private static void put(Path file, byte[] content, boolean flushed) throws IOException {
        Path directory = parent(file);
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, ".", ".draft");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                if (flushed) {
                    channel.force(true);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Moves a file within one file system. */
    public static void move(Path from, Path to) throws IOException {
        Path directory = parent(to);
        Files.createDirectories(directory);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flush(directory);
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is a root, must be a file in a directory");
        }
        return parent;
    }

    /** Makes the new name itself durable. Windows can't open directories, and writes their entries through. */
    private static void flush(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
