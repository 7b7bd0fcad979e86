package io.weir.elasticsearch.anomaly;

import java.io.IOException;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;

/**
 * The version in front of everything that the aggregation sends between nodes: a third party cannot name transport versions
 * of its own, and nodes of one cluster may run different releases of the plugin during an upgrade.
 */
final class WireVersion {
    /** The layouts as their writers draw them. */
    static final int CURRENT = 1;

    private WireVersion() {}

    static void write(StreamOutput out) throws IOException {
        out.writeVInt(CURRENT);
    }

    /**
     * Reads the version.
     *
     * @throws IOException if a newer release wrote the stream; the message says what to do
     */
    static int read(StreamInput in, String what) throws IOException {
        int version = in.readVInt();
        if (version < 1 || version > CURRENT) {
            throw new IOException("cannot read " + what + " in layout " + version + ", this node knows layouts 1 to "
                    + CURRENT + "; install the same release of the weir plugin on every node");
        }
        return version;
    }
}
