package io.weir.validation;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All failing rows, on disk: each thread writes its own file, in blocks of the rows of one batch; at the end the blocks are
 * put together in the order of the data. Memory is a few dozen bytes a batch that has any.
 *
 * <p>The result is CSV in UTF-8: {@code file,row,column,value,rule}; a missing value is an empty cell, an empty text {@code ""}.
 */
final class FailureFile implements Closeable {
    private static final String HEADER = "file,row,column,value,rule\n";

    private final Path folder;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private final List<FailureLog> logs = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param folder for temporary files
     * @param maxBytes most bytes to write; what comes later is only counted
     */
    FailureFile(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** Rows of one batch in one thread's file. */
    record Block(String file, long firstRow, Path path, long offset, long length) {}

    /** A thread's own part. */
    synchronized FailureLog log() throws IOException {
        FailureLog log = new FailureLog(this, Files.createTempFile(folder, "weir-failures", ".csv"));
        logs.add(log);
        return log;
    }

    /** Whether so many more bytes may be written. */
    boolean reserve(int more) {
        if (bytes.addAndGet(more) <= maxBytes) {
            return true;
        }
        bytes.addAndGet(-more);
        left.incrementAndGet();
        return false;
    }

    /** Failures that were counted only, because the file would have become too large. */
    long leftOut() {
        return left.get();
    }

    /** Puts all failures into a file, which is there whole or not at all. */
    synchronized void writeTo(Path target) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (FailureLog log : logs) {
            blocks.addAll(log.finish());
        }
        blocks.sort(Comparator.comparing(Block::file).thenComparingLong(Block::firstRow));
        Path whole = Files.createTempFile(folder, "weir-failures", ".whole");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                out.write(HEADER.getBytes(StandardCharsets.UTF_8));
                for (Block block : blocks) {
                    copy(block, out);
                }
            }
            move(whole, target);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void copy(Block block, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(block.path())) {
            channel.position(block.offset());
            InputStream in = Channels.newInputStream(channel);
            byte[] buffer = new byte[8_192];
            for (long todo = block.length(); todo > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, todo));
                if (count < 0) {
                    throw new IOException("'" + block.path() + "' ends early; was it changed?");
                }
                out.write(buffer, 0, count);
                todo -= count;
            }
        }
    }

    private static void move(Path whole, Path target) throws IOException {
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes the temporary files. */
    @Override
    public synchronized void close() throws IOException {
        for (FailureLog log : logs) {
            log.close();
        }
    }
}
