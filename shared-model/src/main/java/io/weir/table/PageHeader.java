package io.weir.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What stands before each page of a Parquet file, in Thrift's compact protocol
 * (<a href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">parquet.thrift</a>,
 * {@code PageHeader}). Statistics are passed over.
 */
final class PageHeader {
    static final int DATA = 0;
    static final int INDEX = 1;
    static final int DICTIONARY = 2;
    static final int DATA_V2 = 3;

    private static final int BOOLEAN_TRUE = 1;
    private static final int BOOLEAN_FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int LONG_LIST = 15;
    private static final int DEEPEST = 16;

    private final PageCursor cursor;

    int type = -1;
    int size = -1;
    int compressedSize = -1;
    boolean hasCrc;
    int crc;
    int values = -1;
    int encoding = -1;
    int levelEncoding = -1;
    int definitionBytes;
    int repetitionBytes;
    boolean compressed = true;

    private PageHeader(byte[] bytes, int end) {
        this.cursor = new PageCursor(bytes, 0, end);
    }

    /** Reads a header from the begin of some bytes, or returns null if they end before it does. */
    static @Nullable PageHeader read(byte[] bytes, int end) throws IOException {
        PageHeader header = new PageHeader(bytes, end);
        try {
            header.readFields();
        } catch (PageCursor.EndException e) {
            return null;
        }
        if (header.type < 0 || header.size < 0 || header.compressedSize < 0) {
            throw new IOException("a page has no type or size");
        }
        return header;
    }

    /** Bytes of the header. */
    int length() {
        return cursor.at();
    }

    private void readFields() throws IOException {
        int id = 0;
        for (int field = cursor.next(); field != 0; field = cursor.next()) {
            id = fieldId(field, id);
            int kind = field & 15;
            switch (id) {
                case 1 -> type = number(kind);
                case 2 -> size = number(kind);
                case 3 -> compressedSize = number(kind);
                case 4 -> {
                    hasCrc = true;
                    crc = number(kind);
                }
                case 5, 7, 8 -> readPart(kind, id == 8);
                default -> skip(kind, 0);
            }
        }
    }

    /** The header of a data page, of a dictionary page, or of a data page of the second version. */
    private void readPart(int kind, boolean second) throws IOException {
        if (kind != STRUCT) {
            throw new IOException("a page's header is damaged");
        }
        int id = 0;
        for (int field = cursor.next(); field != 0; field = cursor.next()) {
            id = fieldId(field, id);
            int of = field & 15;
            if (id == 1) {
                values = number(of);
            } else if (id == (second ? 4 : 2)) {
                encoding = number(of);
            } else if (!second && id == 3) {
                levelEncoding = of == BOOLEAN_TRUE || of == BOOLEAN_FALSE ? -1 : number(of);
            } else if (second && id == 5) {
                definitionBytes = number(of);
            } else if (second && id == 6) {
                repetitionBytes = number(of);
            } else if (second && id == 7) {
                compressed = of == BOOLEAN_TRUE;
            } else {
                skip(of, 0);
            }
        }
    }

    private int fieldId(int field, int last) throws IOException {
        int step = field >>> 4;
        return step == 0 ? (int) cursor.zigzag() : last + step;
    }

    private int number(int kind) throws IOException {
        if (kind <= BYTE || kind >= DOUBLE) {
            throw new IOException("a page's header is damaged");
        }
        return (int) cursor.zigzag();
    }

    private void skip(int kind, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a page's header is nested more than " + DEEPEST + " deep");
        }
        switch (kind) {
            case BOOLEAN_TRUE, BOOLEAN_FALSE -> {}
            case BYTE -> cursor.next();
            case 4, 5, 6 -> cursor.varint();
            case DOUBLE -> cursor.pass(Double.BYTES);
            case BINARY -> cursor.pass(cursor.varint());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> {
                for (int field = cursor.next(); field != 0; field = cursor.next()) {
                    fieldId(field, 0);
                    skip(field & 15, depth + 1);
                }
            }
            default -> throw new IOException("a page's header has a field of unknown type " + kind);
        }
    }

    private void skipList(int depth) throws IOException {
        int head = cursor.next();
        long count = head >>> 4 == LONG_LIST ? cursor.varint() : head >>> 4;
        for (long i = 0; i < count; i++) {
            skipElement(head & 15, depth);
        }
    }

    private void skipMap(int depth) throws IOException {
        long count = cursor.varint();
        int kinds = count == 0 ? 0 : cursor.next();
        for (long i = 0; i < count; i++) {
            skipElement(kinds >>> 4, depth);
            skipElement(kinds & 15, depth);
        }
    }

    /** In lists and maps, truth values take a byte. */
    private void skipElement(int kind, int depth) throws IOException {
        skip(kind == BOOLEAN_TRUE || kind == BOOLEAN_FALSE ? BYTE : kind, depth + 1);
    }
}
