package io.weir.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;

/** Decompresses, and refuses what expands beyond all reason: a few kilobytes can hold terabytes of zeros. */
final class ExpansionGuard extends InputStream {
    private final DataFile file;
    private final Limits limits;
    private final ByteCount taken = new ByteCount();
    private final InputStream inflater;
    private long given;

    /** What makes a decompressing stream of a compressed one. */
    interface Opener {
        InputStream open(InputStream compressed) throws IOException;
    }

    ExpansionGuard(DataFile file, Opener opener, InputStream compressed, Limits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        try {
            this.inflater = opener.open(new OpenFile.Counting(compressed, taken));
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = inflater.read(into, offset, length);
        } catch (IOException e) {
            throw told(e);
        }
        given += Math.max(read, 0);
        if (given > Limits.EXPANSION_FREE && given / limits.maxExpansion() > taken.get()) {
            throw TableException.inFile(
                    file.name(),
                    taken.get() + " compressed bytes became more than " + given + ", over the limit of "
                            + limits.maxExpansion() + ":1; if this is no attack, decompress it first");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        inflater.close();
    }

    /** What is wrong with the data gets the file's name; that the reader was stopped stays what it is. */
    private IOException told(IOException cause) {
        if (cause instanceof TableException
                || cause instanceof InterruptedIOException
                || cause instanceof ClosedChannelException) {
            return cause;
        }
        return TableException.inFile(
                file.name(),
                "the compressed data is damaged or ends too early, after " + given + " bytes of text: "
                        + cause.getMessage(),
                cause);
    }
}
