package io.weir.profile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error after so many bytes: what was deflated can be huge. */
final class CappedInput extends FilterInputStream {
    private final long most;
    private long read;

    CappedInput(InputStream in, long most) {
        super(in);
        this.most = most;
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

    private void count(int more) throws IOException {
        read += more;
        if (read > most) {
            throw new IOException("it inflates to more than the limit of " + most + " bytes");
        }
    }
}
