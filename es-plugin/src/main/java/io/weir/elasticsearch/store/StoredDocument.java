package io.weir.elasticsearch.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document as it was read, with what proves at the next write that nobody changed it meanwhile.
 *
 * @param id its id in the index
 * @param seqNo sequence number of its last change
 * @param primaryTerm primary term of its last change
 * @param source the document
 */
public record StoredDocument(String id, long seqNo, long primaryTerm, ObjectNode source) {}
