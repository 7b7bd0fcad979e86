package io.weir.elasticsearch.detector;

/** What a clause says of one interval. */
enum Finding {
    /** The value is trouble. */
    BAD,
    /** The value is as it should be. */
    HEALTHY,
    /** There is no value, or too little history to judge it. */
    UNKNOWN
}
