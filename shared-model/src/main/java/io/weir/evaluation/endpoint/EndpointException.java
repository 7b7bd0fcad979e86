package io.weir.evaluation.endpoint;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An endpoint that did not answer as it should; the message names url, batch and rows, what was wrong, and what to do. */
public final class EndpointException extends IOException {
    private static final long serialVersionUID = 1L;

    private final URI uri;
    private final long batch;
    private final long firstRow;
    private final long lastRow;

    EndpointException(Place place, String what, @Nullable Throwable cause) {
        super(place + ": " + what, cause);
        this.uri = place.uri();
        this.batch = place.batch();
        this.firstRow = place.firstRow();
        this.lastRow = place.lastRow();
    }

    /** What was asked. */
    public URI uri() {
        return uri;
    }

    /** Number of the request for predictions, from 1; 0 if it was about none. */
    public long batch() {
        return batch;
    }

    /** Its first row, from 1; 0 if it was about none. */
    public long firstRow() {
        return firstRow;
    }

    /** Its last row. */
    public long lastRow() {
        return lastRow;
    }

    /**
     * What a request was about.
     *
     * @param batch 0 if it was not about rows
     */
    record Place(URI uri, long batch, long firstRow, long lastRow) {
        static Place of(URI uri) {
            return new Place(uri, 0, 0, 0);
        }

        int rows() {
            return batch == 0 ? 0 : (int) (lastRow - firstRow + 1);
        }

        @Override
        public String toString() {
            return batch == 0
                    ? uri.toString()
                    : uri + ", batch " + batch + " (rows " + firstRow + " to " + lastRow + ")";
        }
    }
}
