package io.weir.table;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.schema.ColumnSchema;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group; one is in memory at a time, beside the dictionary. */
final class ColumnPages {
    /** What writers make are pages of about a megabyte; DuckDB's go to 100 MB. */
    private static final int MOST_BYTES = 256 << 20;

    private static final int MOST_VALUES = 1 << 24;
    private static final int HEADER_BYTES = 1 << 10;
    private static final int MOST_HEADER_BYTES = 8 << 20;

    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE = 3;
    private static final int DELTA = 5;
    private static final int DELTA_LENGTHS = 6;
    private static final int DELTA_TEXTS = 7;
    private static final int RLE_DICTIONARY = 8;
    private static final int SPLIT = 9;

    private final FileChannel channel;
    private final ColumnSchema schema;
    private final CompressionCodec codec;
    private final Limits limits;
    private long position;
    private long left;
    private @Nullable Object dictionary;
    private int dictionarySize;
    private @Nullable ParquetPage page;
    private int row;
    private int value;

    ColumnPages(FileChannel channel, ColumnChunk chunk, ColumnSchema schema, Limits limits) {
        this.channel = channel;
        this.schema = schema;
        this.codec = chunk.metaData().codec();
        this.limits = limits;
        this.position = chunk.chunkStartOffset();
        this.left = chunk.metaData().numValues();
    }

    /** Rows that are left of the page at hand, or of the next one if there are none; 0 at the end of the row group. */
    int rowsAtHand() throws IOException {
        while ((page == null || row == page.rows()) && left > 0) {
            page = null;
            readPage();
        }
        return page == null ? 0 : page.rows() - row;
    }

    /** The next rows of the page at hand. */
    PageRows.Values take(int count) {
        ParquetPage from = page;
        if (from == null) {
            throw new IllegalStateException("there is no page");
        }
        int firstRow = row;
        int firstValue = value;
        row += count;
        value = from.valuesBefore(row, firstRow, firstValue);
        return (batch, into, name, most) ->
                from.cells(firstRow, firstValue, count).decode(batch, into, name, most);
    }

    private void readPage() throws IOException {
        long at = position;
        try {
            PageHeader header = readHeader();
            refuseLarge(header);
            byte[] body = readBody(header);
            switch (header.type) {
                case PageHeader.DICTIONARY -> readDictionary(header, body);
                case PageHeader.DATA, PageHeader.DATA_V2 -> {
                    page = header.type == PageHeader.DATA ? dataPage(header, body) : dataPageV2(header, body);
                    left -= page.rows();
                    row = 0;
                    value = 0;
                }
                default -> {}
            }
        } catch (EOFException e) {
            throw new IOException(where(at) + "the file ends within it", e);
        } catch (IOException | RuntimeException e) {
            throw e instanceof ClosedByInterruptException stopped
                    ? stopped
                    : new IOException(where(at) + e.getMessage(), e);
        }
    }

    private String where(long at) {
        return "column '" + schema.fieldPath() + "', page at byte " + at + ": ";
    }

    private PageHeader readHeader() throws IOException {
        for (int size = HEADER_BYTES; size <= MOST_HEADER_BYTES; size *= 8) {
            byte[] bytes = new byte[(int) Math.min(size, channel.size() - position)];
            readFully(bytes, position);
            PageHeader header = PageHeader.read(bytes, bytes.length);
            if (header != null) {
                position += header.length();
                return header;
            }
            if (bytes.length < size) {
                throw new EOFException();
            }
        }
        throw new IOException("its header is longer than " + MOST_HEADER_BYTES + " bytes");
    }

    private void refuseLarge(PageHeader header) throws IOException {
        if (header.size > MOST_BYTES || header.compressedSize > MOST_BYTES) {
            throw new IOException("has " + Math.max(header.size, header.compressedSize) + " bytes, the limit is "
                    + MOST_BYTES + "; write smaller pages or row groups");
        }
        if (header.size > Limits.EXPANSION_FREE && header.size / limits.maxExpansion() > header.compressedSize) {
            throw new IOException(header.compressedSize + " bytes would become " + header.size + ", over the limit of "
                    + limits.maxExpansion() + ":1");
        }
        boolean valued = header.type != PageHeader.INDEX;
        if (valued && (header.values < 0 || header.values > MOST_VALUES)) {
            throw new IOException("has " + header.values + " values, the limit is " + MOST_VALUES
                    + "; write smaller pages or row groups");
        }
        if (valued && header.type != PageHeader.DICTIONARY && header.values > left) {
            throw new IOException("has " + header.values + " values, but the footer says that only " + left
                    + " are left; is the file damaged?");
        }
    }

    private byte[] readBody(PageHeader header) throws IOException {
        if (header.compressedSize > channel.size() - position) {
            throw new EOFException();
        }
        byte[] body = new byte[header.compressedSize];
        readFully(body, position);
        position += body.length;
        if (header.hasCrc) {
            CRC32 crc = new CRC32();
            crc.update(body);
            if ((int) crc.getValue() != header.crc) {
                throw new IOException("its check sum is not the one of its header; is the file damaged?");
            }
        }
        return body;
    }

    private void readFully(byte[] bytes, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
    }

    private void readDictionary(PageHeader header, byte[] body) throws IOException {
        byte[] bytes = new byte[header.size];
        PageCodec.decompress(codec, body, 0, body.length, bytes, 0);
        Object values = PageValues.plain(schema.type(), width(), bytes, 0, header.values);
        boolean text = values instanceof PageValues.Slices && ParquetBytes.isText(schema);
        dictionary = text ? ((PageValues.Slices) values).knownAsText() : values;
        dictionarySize = header.values;
    }

    private ParquetPage dataPage(PageHeader header, byte[] body) throws IOException {
        byte[] bytes = new byte[header.size];
        PageCodec.decompress(codec, body, 0, body.length, bytes, 0);
        if (schema.maxDefinitionLevel() == 0) {
            return page(header, null, bytes, 0);
        }
        if (header.levelEncoding != RLE) {
            throw new IOException("its levels have encoding " + header.levelEncoding
                    + ", which writers gave up in 2013; write the file anew");
        }
        int levels = bytes.length < Integer.BYTES ? -1 : littleEndian(bytes, 0);
        return page(header, present(header, bytes, Integer.BYTES, levels), bytes, Integer.BYTES + levels);
    }

    /** Its levels are in front of what is compressed. */
    private ParquetPage dataPageV2(PageHeader header, byte[] body) throws IOException {
        int front = header.definitionBytes + header.repetitionBytes;
        if (header.definitionBytes < 0
                || header.repetitionBytes < 0
                || front < 0
                || front > body.length
                || front > header.size) {
            throw new IOException("its levels have " + front + " bytes, it has " + body.length);
        }
        byte[] bytes = new byte[header.size];
        System.arraycopy(body, 0, bytes, 0, front);
        PageCodec.decompress(
                header.compressed ? codec : CompressionCodec.UNCOMPRESSED,
                body,
                front,
                body.length - front,
                bytes,
                front);
        boolean[] present = schema.maxDefinitionLevel() == 0
                ? null
                : present(header, bytes, header.repetitionBytes, header.definitionBytes);
        return page(header, present, bytes, front);
    }

    private boolean[] present(PageHeader header, byte[] bytes, int from, int length) throws IOException {
        if (length < 0 || length > bytes.length - from) {
            throw new IOException("its levels have " + length + " bytes, it has " + bytes.length);
        }
        int most = schema.maxDefinitionLevel();
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        int[] levels = PackedNumbers.read(bytes, from, from + length, width, header.values, most + 1);
        boolean[] present = new boolean[levels.length];
        for (int i = 0; i < levels.length; i++) {
            present[i] = levels[i] == most;
        }
        return present;
    }

    private ParquetPage page(PageHeader header, boolean @Nullable [] present, byte[] bytes, int from)
            throws IOException {
        int rows = header.values;
        int values = present == null ? rows : count(present);
        boolean[] gaps = values == rows ? null : present;
        boolean indexed = header.encoding == PLAIN_DICTIONARY || header.encoding == RLE_DICTIONARY;
        return indexed
                ? new ParquetPage(schema, rows, gaps, known(dictionary), places(bytes, from, values))
                : new ParquetPage(schema, rows, gaps, values(header, bytes, from, values), null);
    }

    private static int count(boolean[] present) {
        int count = 0;
        for (boolean each : present) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private Object values(PageHeader header, byte[] bytes, int from, int count) throws IOException {
        return switch (header.encoding) {
            case PLAIN -> PageValues.plain(schema.type(), width(), bytes, from, count);
            case RLE -> flags(bytes, from, count);
            case DELTA -> PageValues.delta(schema.type(), bytes, from, count);
            case DELTA_LENGTHS -> PageValues.deltaLengths(bytes, from, count);
            case DELTA_TEXTS -> PageValues.deltaTexts(bytes, from, count, MOST_BYTES);
            case SPLIT -> PageValues.split(schema.type(), width(), bytes, from, count);
            default -> throw new IOException("has encoding " + header.encoding + ", which is not known here");
        };
    }

    private static Object known(@Nullable Object dictionary) throws IOException {
        if (dictionary == null) {
            throw new IOException("it refers to a dictionary that is not there");
        }
        return dictionary;
    }

    private int[] places(byte[] bytes, int from, int values) throws IOException {
        if (values == 0) {
            return new int[0];
        }
        if (from >= bytes.length) {
            throw new IOException("it has no values");
        }
        return PackedNumbers.read(bytes, from + 1, bytes.length, bytes[from] & 0xff, values, dictionarySize);
    }

    private boolean[] flags(byte[] bytes, int from, int values) throws IOException {
        if (schema.type() != PhysicalType.BOOLEAN || bytes.length - from < Integer.BYTES) {
            throw new IOException("runs of " + schema.type() + " can't be read");
        }
        int start = from + Integer.BYTES;
        int length = Math.clamp(littleEndian(bytes, from), 0, bytes.length - start);
        int[] numbers = PackedNumbers.read(bytes, start, start + length, 1, values, 2);
        boolean[] flags = new boolean[values];
        for (int i = 0; i < values; i++) {
            flags[i] = numbers[i] != 0;
        }
        return flags;
    }

    private int width() {
        return schema.typeLength() == null ? 0 : Math.max(schema.typeLength(), 0);
    }

    private static int littleEndian(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
