package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.weir.table.Cells;
import io.weir.table.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of one feature for the rows of one request, held in the type in which they are sent. */
final class FeatureColumn {
    /** Above, doubles have gaps between whole numbers. */
    private static final double MOST_EXACT = 0x1p53;

    private final String name;
    private final Datatype type;
    private final MissingValues rule;
    private final double[] decimals;
    private final long[] wholes;
    private final String[] texts;
    private final boolean[] missing;

    FeatureColumn(String name, Datatype type, MissingValues rule, int rows) {
        this.name = name;
        this.type = type;
        this.rule = rule;
        this.decimals = new double[type.isDecimal() ? rows : 0];
        this.wholes = new long[type.isDecimal() || type.isText() ? 0 : rows];
        this.texts = new String[type.isText() ? rows : 0];
        this.missing = new boolean[rows];
    }

    String name() {
        return name;
    }

    Datatype type() {
        return type;
    }

    /**
     * Takes a value from a table.
     *
     * @return null, or what is wrong with it
     */
    @Nullable
    String set(int row, Cells cells, int at) {
        if (cells.isMissing(at)) {
            return setMissing(row);
        }
        return switch (cells.type()) {
            case INTEGER, BOOLEAN -> setLong(row, cells, at);
            case DECIMAL -> setNumber(row, cells.doubleAt(at));
            case DATE, TIMESTAMP -> setText(row, String.valueOf(cells.text(at)));
            case TEXT -> setSlice(row, cells, at);
        };
    }

    /** Takes a number, NaN for none; the same result as {@link #set}. */
    @Nullable
    String setNumber(int row, double value) {
        if (Double.isNaN(value)) {
            return setMissing(row);
        }
        missing[row] = false;
        if (type.isText()) {
            texts[row] = value == Math.rint(value) && Math.abs(value) < MOST_EXACT
                    ? Long.toString((long) value)
                    : Double.toString(value);
            return null;
        }
        if (type.isDecimal()) {
            return setDecimal(row, value);
        }
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            return wrong(Double.toString(value));
        }
        return setWhole(row, new BigDecimal(value).toBigInteger());
    }

    /** Takes a text; the same result as {@link #set}. */
    @Nullable
    String setText(int row, String text) {
        missing[row] = false;
        if (type.isText()) {
            texts[row] = text;
            return null;
        }
        if (type == Datatype.BOOL && isFlag(text)) {
            wholes[row] = text.equalsIgnoreCase("true") ? 1 : 0;
            return null;
        }
        if (type.isDecimal()) {
            return wrong(text);
        }
        try {
            return setWhole(row, new BigDecimal(text).toBigIntegerExact());
        } catch (NumberFormatException | ArithmeticException e) {
            return wrong(text);
        }
    }

    private static boolean isFlag(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }

    private @Nullable String setSlice(int row, Cells cells, int at) {
        if (type.isText()) {
            return setText(row, String.valueOf(cells.text(at)));
        }
        double number = Numbers.parse(cells.bytes(), cells.start(at), cells.length(at));
        if (!Double.isNaN(number) && (type.isDecimal() || Math.abs(number) < MOST_EXACT)) {
            return setNumber(row, number);
        }
        return Numbers.isNaN(cells.bytes(), cells.start(at), cells.length(at))
                ? setMissing(row)
                : setText(row, String.valueOf(cells.text(at)));
    }

    private @Nullable String setLong(int row, Cells cells, int at) {
        missing[row] = false;
        long value = cells.longAt(at);
        if (type.isText()) {
            return setText(row, String.valueOf(cells.text(at)));
        }
        if (type.isDecimal()) {
            return setDecimal(row, value);
        }
        wholes[row] = value;
        return type.holds(value) ? null : wrong(Long.toString(value));
    }

    private @Nullable String setDecimal(int row, double value) {
        double rounded = type == Datatype.FP32 ? (float) value : value;
        decimals[row] = rounded;
        return Double.isInfinite(rounded) ? wrong(Double.toString(value)) : null;
    }

    /** Of 64 bits without a sign the highest is the sign of the long. */
    private @Nullable String setWhole(int row, BigInteger value) {
        wholes[row] = value.longValue();
        return type.holds(value) ? null : wrong(value.toString());
    }

    private @Nullable String setMissing(int row) {
        missing[row] = true;
        return switch (rule.kind()) {
            case NULL -> null;
            case NUMBER ->
                type.isText() ? "has no value, and a number can't stand for a text" : setNumber(row, rule.instead());
            case REFUSED ->
                "has no value, which this protocol can't say; set missing to a number, or to 'null' if the server reads it";
        };
    }

    private String wrong(String value) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return "is '" + shown + "', which is no " + type + "; correct the data, or the type of the feature";
    }

    /** Adds a row's value to an array. */
    void addTo(ArrayNode array, int row) {
        if (missing[row]) {
            array.addNull();
        } else if (type.isText()) {
            array.add(texts[row]);
        } else if (type == Datatype.FP32) {
            array.add((float) decimals[row]);
        } else if (type == Datatype.FP64) {
            array.add(decimals[row]);
        } else if (type == Datatype.BOOL) {
            array.add(wholes[row] == 1);
        } else if (type == Datatype.UINT64 && wholes[row] < 0) {
            array.add(new BigInteger(Long.toUnsignedString(wholes[row])));
        } else {
            array.add(wholes[row]);
        }
    }
}
