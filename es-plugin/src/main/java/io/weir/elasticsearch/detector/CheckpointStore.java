package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.elasticsearch.store.Write;
import io.weir.elasticsearch.store.Written;
import java.util.List;
import java.util.Optional;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;

/** Checkpoints in their index; the place where an older task finds out that it has been replaced. */
final class CheckpointStore {

    /**
     * A checkpoint as it was read.
     *
     * @param checkpoint its content
     * @param document the document, for the next conditional write
     */
    record Held(Checkpoint checkpoint, StoredDocument document) {}

    private final Documents documents;

    CheckpointStore(Documents documents) {
        this.documents = documents;
    }

    Optional<Checkpoint> get(String detectorId) {
        return documents
                .get(OwnIndices.DETECTORS, Checkpoint.documentId(detectorId))
                .map(document -> Checkpoint.read(document.source()));
    }

    /**
     * The checkpoint, in the hands of the task with that allocation id; begun at {@code firstBucket} if there is none of
     * this generation.
     *
     * @throws SupersededException if a younger task holds it
     */
    Held take(Detector detector, long allocationId, long firstBucket) {
        Checkpoint fresh = new Checkpoint(detector.id(), detector.generation(), allocationId, firstBucket, List.of());
        Optional<StoredDocument> found = documents.get(OwnIndices.DETECTORS, Checkpoint.documentId(detector.id()));
        if (found.isEmpty()) {
            return written(
                    Write.create(OwnIndices.DETECTORS, Checkpoint.documentId(detector.id()), fresh.write()), fresh);
        }
        Checkpoint checkpoint = Checkpoint.read(found.get().source());
        boolean sameGeneration = checkpoint.generation() == detector.generation();
        if (checkpoint.generation() > detector.generation()
                || (sameGeneration && checkpoint.allocationId() > allocationId)) {
            throw new SupersededException(detector.id(), allocationId, checkpoint.allocationId());
        }
        if (sameGeneration && checkpoint.allocationId() == allocationId) {
            return new Held(checkpoint, found.get());
        }
        Checkpoint next = sameGeneration ? checkpoint.takenOver(allocationId) : fresh;
        return written(Write.replace(OwnIndices.DETECTORS, found.get(), next.write()), next);
    }

    /**
     * Nothing, if the checkpoint is still as it was read.
     *
     * @throws SupersededException if another task has taken it meanwhile
     */
    void stillHeld(Held held) {
        Checkpoint mine = held.checkpoint();
        Optional<StoredDocument> now =
                documents.get(OwnIndices.DETECTORS, held.document().id());
        if (now.isEmpty() || now.get().seqNo() != held.document().seqNo()) {
            throw new SupersededException(mine.detectorId(), mine.allocationId(), otherAllocation(now));
        }
    }

    /**
     * Writes {@code next} in place of what was read.
     *
     * @throws SupersededException if another task has taken it meanwhile
     */
    void advance(Held held, Checkpoint next) {
        written(Write.replace(OwnIndices.DETECTORS, held.document(), next.write()), next);
    }

    /** Removes a detector's checkpoint, whatever it is. */
    void delete(String detectorId) {
        documents
                .get(OwnIndices.DETECTORS, Checkpoint.documentId(detectorId))
                .ifPresent(read -> documents.write(Write.delete(OwnIndices.DETECTORS, read), RefreshPolicy.NONE));
    }

    private Held written(Write write, Checkpoint content) {
        Written written = documents.write(write, RefreshPolicy.NONE);
        if (!written.done()) {
            throw new SupersededException(content.detectorId(), content.allocationId(), -1);
        }
        return new Held(
                content, new StoredDocument(write.id(), written.seqNo(), written.primaryTerm(), content.write()));
    }

    private static long otherAllocation(Optional<StoredDocument> now) {
        return now.map(document -> Checkpoint.read(document.source()).allocationId())
                .orElse(-1L);
    }
}
