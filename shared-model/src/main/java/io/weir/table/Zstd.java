package io.weir.table;

import java.io.IOException;
import java.io.InputStream;

/** Zstandard through the library that may or may not be there: it is native code, which not every host wants. */
final class Zstd {
    private Zstd() {}

    static InputStream open(DataFile file, InputStream compressed) throws IOException {
        try {
            return new com.github.luben.zstd.ZstdInputStream(compressed);
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw TableException.inFile(file.name(), missing(), e);
        }
    }

    /** Decompresses {@code length} bytes from {@code from} to {@code to}; returns how many came out. */
    static int decompress(byte[] bytes, int from, int length, byte[] into, int to) throws IOException {
        try {
            long size = com.github.luben.zstd.Zstd.decompressByteArray(into, to, into.length - to, bytes, from, length);
            if (com.github.luben.zstd.Zstd.isError(size)) {
                throw new IOException("damaged zstd: " + com.github.luben.zstd.Zstd.getErrorName(size));
            }
            return (int) size;
        } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new IOException(missing(), e);
        }
    }

    private static String missing() {
        return "is compressed with zstd, whose library zstd-jni is missing; use gzip or add it";
    }
}
