package io.weir.table;

import dev.hardwood.metadata.CompressionCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.xerial.snappy.Snappy;

/** Decompresses pages. */
final class PageCodec {
    private PageCodec() {}

    static boolean knows(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD -> true;
            case LZO, BROTLI, LZ4, LZ4_RAW -> false;
        };
    }

    /** Decompresses {@code length} bytes from {@code from} into exactly the rest of {@code into} from {@code to}. */
    static void decompress(CompressionCodec codec, byte[] bytes, int from, int length, byte[] into, int to)
            throws IOException {
        int size = into.length - to;
        int given = length == 0 && size == 0
                ? 0
                : switch (codec) {
                    case UNCOMPRESSED -> copy(bytes, from, length, into, to);
                    case SNAPPY -> snappy(bytes, from, length, into, to);
                    case ZSTD -> Zstd.decompress(bytes, from, length, into, to);
                    case GZIP -> gzip(bytes, from, length, into, to);
                    case LZO, BROTLI, LZ4, LZ4_RAW -> throw new IOException("a page is compressed with " + codec);
                };
        if (given != size) {
            throw new IOException("a page became " + given + " bytes, its header says " + size);
        }
    }

    private static int copy(byte[] bytes, int from, int length, byte[] into, int to) {
        if (length == into.length - to) {
            System.arraycopy(bytes, from, into, to, length);
        }
        return length;
    }

    private static int snappy(byte[] bytes, int from, int length, byte[] into, int to) throws IOException {
        int size = Snappy.uncompressedLength(bytes, from, length);
        return size == into.length - to ? Snappy.uncompress(bytes, from, length, into, to) : size;
    }

    private static int gzip(byte[] bytes, int from, int length, byte[] into, int to) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, from, length), 1 << 13)) {
            int read = in.readNBytes(into, to, into.length - to);
            return in.read() < 0 ? read : read + 1;
        }
    }
}
