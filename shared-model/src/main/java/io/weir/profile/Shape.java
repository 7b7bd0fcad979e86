package io.weir.profile;

/**
 * The shape of a text: digits become 9, capital letters A, other letters a, everything else stays; more than {@value #MOST}
 * characters end with an ellipsis. "AB1-27" has the shape {@code AA9-99}.
 */
public final class Shape {
    /** Longer texts are rarely codes; their beginnings are enough. */
    public static final int MOST = 24;

    private Shape() {}

    /** The shape of a text. */
    public static String of(CharSequence text) {
        StringBuilder shape = new StringBuilder(MOST + 1);
        int at = 0;
        for (int count = 0; at < text.length(); count++) {
            if (count == MOST) {
                return shape.append('…').toString();
            }
            int point = Character.codePointAt(text, at);
            at += Character.charCount(point);
            shape.appendCodePoint(symbol(point));
        }
        return shape.toString();
    }

    /**
     * Writes the shape of an ASCII slice into {@code into}, which has room for {@link #MOST} bytes and three more.
     *
     * @return bytes written, or -1 if the slice is not ASCII
     */
    static int ofAscii(byte[] bytes, int start, int length, byte[] into) {
        int count = Math.min(length, MOST);
        for (int i = 0; i < count; i++) {
            byte each = bytes[start + i];
            if (each < 0) {
                return -1;
            }
            into[i] = (byte) symbol(each);
        }
        if (length > MOST) {
            into[count++] = (byte) 0xe2;
            into[count++] = (byte) 0x80;
            into[count++] = (byte) 0xa6;
        }
        return count;
    }

    private static int symbol(int point) {
        if (point < 128) {
            return point >= '0' && point <= '9'
                    ? '9'
                    : point >= 'a' && point <= 'z' ? 'a' : point >= 'A' && point <= 'Z' ? 'A' : point;
        }
        return Character.isDigit(point)
                ? '9'
                : Character.isUpperCase(point) ? 'A' : Character.isLetter(point) ? 'a' : point;
    }
}
