package io.weir.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file as UTF-8 bytes, whatever its compression (gzip or zstd, told by the first bytes) and encoding. Bytes
 * that don't decode come out as the byte 0xFF, which is never UTF-8, so that whoever knows the row can complain.
 */
final class OpenFile {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 4;

    private OpenFile() {}

    /** Opens a file; {@code counter} learns what is read from disk. */
    static InputStream text(DataFile file, @Nullable Charset charset, Limits limits, ByteCount counter)
            throws IOException {
        InputStream raw = new Counting(Files.newInputStream(file.path()), counter);
        try {
            return decoded(inflated(file, raw, limits), charset);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream inflated(DataFile file, InputStream raw, Limits limits) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(MAGIC);
        byte[] magic = in.readNBytes(MAGIC);
        in.reset();
        if (starts(magic, 0x1f, 0x8b)) {
            return new ExpansionGuard(file, counted -> new GZIPInputStream(counted, BUFFER), in, limits);
        }
        if (starts(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
            return new ExpansionGuard(file, counted -> Zstd.open(file, counted), in, limits);
        }
        if (starts(magic, 'P', 'K', 3, 4)) {
            throw TableException.inFile(file.name(), "is a zip archive; unpack it, or compress with gzip or zstd");
        }
        if (starts(magic, 'P', 'A', 'R', '1')) {
            throw TableException.inFile(file.name(), "is a Parquet file, but is read as text; state the format");
        }
        return in;
    }

    private static InputStream decoded(InputStream in, @Nullable Charset stated) throws IOException {
        BufferedInputStream marked = new BufferedInputStream(in, BUFFER);
        marked.mark(MAGIC);
        byte[] bom = marked.readNBytes(MAGIC);
        marked.reset();
        if (starts(bom, 0xef, 0xbb, 0xbf)) {
            marked.skipNBytes(3);
            return marked;
        }
        Charset charset = stated == null ? StandardCharsets.UTF_8 : stated;
        if (starts(bom, 0xff, 0xfe) || starts(bom, 0xfe, 0xff)) {
            marked.skipNBytes(2);
            charset = starts(bom, 0xff) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return charset.equals(StandardCharsets.UTF_8) ? marked : new Utf8Transcoder(marked, charset);
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts what passes. */
    static final class Counting extends FilterInputStream {
        private final ByteCount counter;

        Counting(InputStream in, ByteCount counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counter.add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            counter.add(Math.max(read, 0));
            return read;
        }
    }
}
