package io.weir.sketch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sketches to bytes and back. */
final class SketchBytes {
    private SketchBytes() {}

    interface Writer {
        void writeTo(DataOutput out) throws IOException;
    }

    interface Reader<T> {
        T readFrom(DataInput in) throws IOException;
    }

    static byte[] of(Writer sketch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            sketch.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(Reader<T> reader, byte[] bytes) throws IOException {
        return reader.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
