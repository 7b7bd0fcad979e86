package io.weir.evaluation.endpoint;

/**
 * What is sent where a row has no value of a feature.
 *
 * @param kind what is done
 * @param instead the number that is sent, if one is
 */
public record MissingValues(Kind kind, double instead) {
    /** They are an error, which names the row: the Open Inference Protocol has none. */
    public static final MissingValues REFUSED = new MissingValues(Kind.REFUSED, Double.NaN);

    /** JSON's null, which servers in Python read as NaN or None. */
    public static final MissingValues NULL = new MissingValues(Kind.NULL, Double.NaN);

    /** What is done. */
    public enum Kind {
        /** An error. */
        REFUSED,
        /** Null is sent. */
        NULL,
        /** A number is sent; texts stay an error. */
        NUMBER
    }

    /** This number. */
    public static MissingValues number(double instead) {
        return new MissingValues(Kind.NUMBER, instead);
    }
}
