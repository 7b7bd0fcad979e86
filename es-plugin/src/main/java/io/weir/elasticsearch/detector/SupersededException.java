package io.weir.elasticsearch.detector;

/** A task found that another one has taken its detector; it changes nothing more. */
final class SupersededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SupersededException(String detectorId, long mine, long other) {
        super("detector '" + detectorId + "' was taken over: this task has allocation " + mine
                + (other < 0 ? ", another changed the checkpoint" : ", the checkpoint is held by " + other));
    }
}
