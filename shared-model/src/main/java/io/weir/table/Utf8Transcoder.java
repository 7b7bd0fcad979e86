package io.weir.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Another encoding as UTF-8. Each stretch that can't be decoded becomes one byte 0xFF, which is never UTF-8. */
final class Utf8Transcoder extends InputStream {
    private static final int CHUNK = 1 << 14;
    private static final byte NEVER_UTF_8 = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final ByteBuffer source = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final ByteBuffer result = ByteBuffer.allocate(4 * CHUNK).flip();
    private boolean ended;

    Utf8Transcoder(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!result.hasRemaining()) {
            if (ended && !source.hasRemaining()) {
                return -1;
            }
            convert();
        }
        int count = Math.min(length, result.remaining());
        result.get(into, offset, count);
        return count;
    }

    private void convert() throws IOException {
        source.compact();
        int read = in.read(source.array(), source.position(), source.remaining());
        ended = read < 0;
        source.position(source.position() + Math.max(read, 0)).flip();
        CoderResult outcome = decoder.decode(source, chars, ended);
        chars.flip();
        result.clear();
        encoder.encode(chars, result, ended);
        chars.compact();
        if (outcome.isError()) {
            source.position(source.position() + outcome.length());
            result.put(NEVER_UTF_8);
        }
        result.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
