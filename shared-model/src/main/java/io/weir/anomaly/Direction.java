package io.weir.anomaly;

/** Which side of the expected band counts as anomalous. */
public enum Direction {
    /** Values above and below the band. */
    BOTH,
    /** Only values above the band, as for latency or errors. */
    ABOVE,
    /** Only values below the band, as for traffic or conversions. */
    BELOW
}
