package io.weir.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of files, read through one buffer. */
final class Digests {
    private static final int BUFFER = 1 << 16;

    private Digests() {}

    /** Takes the bytes of a file, some at a time. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** Not for security: DVC names files by it. */
    static MessageDigest md5() {
        return of("MD5");
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /**
     * Reads a whole file.
     *
     * @return its size in bytes
     * @throws InterruptedIOException if the thread is interrupted
     */
    static long read(Path file, Sink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("stopped while hashing " + file.getFileName());
                }
                sink.take(buffer, 0, read);
                size += read;
            }
        }
        return size;
    }
}
