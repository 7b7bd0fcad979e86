package io.weir.elasticsearch.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elasticsearch.index.seqno.SequenceNumbers;
import org.jspecify.annotations.Nullable;

/**
 * One write that only happens if the document is still what the writer thinks it is.
 *
 * @param index where
 * @param id the document's id
 * @param source the new document, null to delete it
 * @param seqNo the sequence number it must have, or {@link #ABSENT} if it must not exist
 * @param primaryTerm the primary term it must have
 */
public record Write(String index, String id, @Nullable ObjectNode source, long seqNo, long primaryTerm) {
    static final long ABSENT = SequenceNumbers.UNASSIGNED_SEQ_NO;

    /** A document that must not exist yet. */
    public static Write create(String index, String id, ObjectNode source) {
        return new Write(index, id, source, ABSENT, SequenceNumbers.UNASSIGNED_PRIMARY_TERM);
    }

    /** A new content for a document that must be as it was read. */
    public static Write replace(String index, StoredDocument read, ObjectNode source) {
        return new Write(index, read.id(), source, read.seqNo(), read.primaryTerm());
    }

    /** The end of a document that must be as it was read. */
    public static Write delete(String index, StoredDocument read) {
        return new Write(index, read.id(), null, read.seqNo(), read.primaryTerm());
    }
}
