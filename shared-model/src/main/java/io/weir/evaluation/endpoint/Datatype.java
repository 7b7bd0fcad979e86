package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types of tensors in the Open Inference Protocol that JSON can carry; half precision is not among them. */
public enum Datatype {
    /** True or false. */
    BOOL(Kind.FLAG, 1),
    /** From 0 to 2⁸ − 1. */
    UINT8(Kind.UNSIGNED, 8),
    /** From 0 to 2¹⁶ − 1. */
    UINT16(Kind.UNSIGNED, 16),
    /** From 0 to 2³² − 1. */
    UINT32(Kind.UNSIGNED, 32),
    /** From 0 to 2⁶⁴ − 1. */
    UINT64(Kind.UNSIGNED, 64),
    /** From −2⁷ to 2⁷ − 1. */
    INT8(Kind.SIGNED, 8),
    /** From −2¹⁵ to 2¹⁵ − 1. */
    INT16(Kind.SIGNED, 16),
    /** From −2³¹ to 2³¹ − 1. */
    INT32(Kind.SIGNED, 32),
    /** From −2⁶³ to 2⁶³ − 1. */
    INT64(Kind.SIGNED, 64),
    /** Single precision. */
    FP32(Kind.DECIMAL, 32),
    /** Double precision. */
    FP64(Kind.DECIMAL, 64),
    /** Text. */
    BYTES(Kind.TEXT, 0);

    private enum Kind {
        FLAG,
        UNSIGNED,
        SIGNED,
        DECIMAL,
        TEXT
    }

    private final Kind kind;
    private final BigInteger least;
    private final BigInteger most;

    Datatype(Kind kind, int bits) {
        this.kind = kind;
        BigInteger range = BigInteger.ONE.shiftLeft(bits);
        this.least = kind == Kind.SIGNED ? range.shiftRight(1).negate() : BigInteger.ZERO;
        this.most = range.add(least).subtract(BigInteger.ONE);
    }

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException naming it and all that there are
     */
    public static Datatype of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the datatype '" + name + "' is not supported; there are "
                                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Whether values are texts. */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** Whether values have fractions. */
    public boolean isDecimal() {
        return kind == Kind.DECIMAL;
    }

    /** Whether a whole number is in range; of a truth value, 0 and 1. */
    boolean holds(BigInteger whole) {
        return whole.compareTo(least) >= 0 && whole.compareTo(most) <= 0;
    }

    /** The same of a number that fits into 64 bits. */
    boolean holds(long whole) {
        return kind == Kind.UNSIGNED && most.bitLength() >= Long.SIZE
                ? whole >= 0
                : whole >= least.longValue() && whole <= most.longValue();
    }

    /** The value of this type that is nearest to a number. */
    double nearest(double value) {
        return kind == Kind.DECIMAL || kind == Kind.TEXT || Double.isNaN(value)
                ? value
                : Math.clamp(Math.rint(value), least.doubleValue(), most.doubleValue());
    }

    /** Whether a value in an answer is one of this type. */
    boolean isValue(JsonNode value) {
        return switch (kind) {
            case FLAG -> value.isBoolean();
            case TEXT -> value.isTextual();
            case DECIMAL -> value.isNumber() && Double.isFinite(value.doubleValue());
            case SIGNED, UNSIGNED -> value.isIntegralNumber() && holds(value.bigIntegerValue());
        };
    }
}
