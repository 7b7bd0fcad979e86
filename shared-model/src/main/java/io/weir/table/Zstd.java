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
            throw TableException.inFile(
                    file.name(), "is compressed with zstd, whose library zstd-jni is missing; use gzip or add it", e);
        }
    }
}
