package io.weir.profile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Ends with an error after so many bytes, and tells of them as they come: what was deflated can be huge. */
final class CappedInput extends FilterInputStream {
    private final long most;
    private final IntConsumer more;
    private long read;

    CappedInput(InputStream in, long most, IntConsumer more) {
        super(in);
        this.most = most;
        this.more = more;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws IOException {
        more.accept(bytes);
        read += bytes;
        if (read > most) {
            throw new IOException("it inflates to more than the limit of " + most + " bytes");
        }
    }
}
