package io.weir.validation;

import io.weir.table.Batch;
import io.weir.table.Cells;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The values of some columns of a row as bytes: each with its length before it, so that "ab","c" is not "a","bc". */
final class RowKey {
    private byte[] key = new byte[256];
    private byte[] shown = new byte[256];
    private int keyLength;
    private int shownLength;

    /** Reads a row; false if one of the values is missing. */
    boolean read(Batch batch, int[] places, int row) {
        keyLength = 0;
        shownLength = 0;
        for (int place : places) {
            Cells cells = batch.column(place);
            if (cells.isMissing(row)) {
                return false;
            }
            if (cells.type() == Cells.Type.TEXT) {
                add(cells.bytes(), cells.start(row), cells.length(row));
            } else {
                byte[] text = String.valueOf(cells.text(row)).getBytes(StandardCharsets.UTF_8);
                add(text, 0, text.length);
            }
        }
        return true;
    }

    private void add(byte[] text, int start, int length) {
        key = roomFor(key, keyLength + length + Integer.BYTES);
        ByteBuffer.wrap(key).putInt(keyLength, length);
        System.arraycopy(text, start, key, keyLength + Integer.BYTES, length);
        keyLength += length + Integer.BYTES;
        shown = roomFor(shown, shownLength + length + 2);
        if (shownLength > 0) {
            shown[shownLength++] = ',';
            shown[shownLength++] = ' ';
        }
        System.arraycopy(text, start, shown, shownLength, length);
        shownLength += length;
    }

    private static byte[] roomFor(byte[] array, int size) {
        return array.length >= size ? array : Arrays.copyOf(array, Math.max(size, 2 * array.length));
    }

    byte[] key() {
        return key;
    }

    int keyLength() {
        return keyLength;
    }

    byte[] shown() {
        return shown;
    }

    int shownLength() {
        return shownLength;
    }
}
