package io.weir.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts in the binary form: length in bytes (4) and UTF-8. */
final class ProfileText {
    private ProfileText() {}

    static void write(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInput in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new MalformedProfileException("a text has " + length + " bytes, must be from 0 to " + most);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
