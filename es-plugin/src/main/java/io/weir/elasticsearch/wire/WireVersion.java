package io.weir.elasticsearch.wire;

import java.io.IOException;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;

/**
 * The version in front of everything that an aggregation sends between nodes: a third party cannot name transport versions
 * of its own, and nodes of one cluster may run different releases of the plugin during an upgrade.
 */
public final class WireVersion {
    /** The layouts as their writers draw them. */
    public static final int CURRENT = 1;

    private WireVersion() {}

    /** Writes the version. */
    public static void write(StreamOutput out) throws IOException {
        out.writeVInt(CURRENT);
    }

    /**
     * Reads the version.
     *
     * @throws IOException if a newer release wrote the stream; the message says what to do
     */
    public static int read(StreamInput in, String what) throws IOException {
        int version = in.readVInt();
        if (version < 1 || version > CURRENT) {
            throw new IOException("cannot read " + what + " in layout " + version + ", this node knows layouts 1 to "
                    + CURRENT + "; install the same release of the weir plugin on every node");
        }
        return version;
    }
}
