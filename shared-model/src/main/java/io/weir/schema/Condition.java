package io.weir.schema;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one value is to be. All but {@link Present} and {@link Absent} are asked about values that are there only. */
public sealed interface Condition {
    /** The word for it in schemas, results and failing rows. */
    String id();

    /** What is expected, for a person. */
    String expected();

    /** There is a value. */
    record Present() implements Condition {
        @Override
        public String id() {
            return "missing";
        }

        @Override
        public String expected() {
            return "a value";
        }
    }

    /** There is none. */
    record Absent() implements Condition {
        @Override
        public String id() {
            return "absent";
        }

        @Override
        public String expected() {
            return "no value";
        }
    }

    /** The value reads as one of some types. */
    record OfType(List<ValueType> types) implements Condition {
        /** Copies the list. */
        public OfType {
            types = List.copyOf(types);
        }

        @Override
        public String id() {
            return "type";
        }

        @Override
        public String expected() {
            return types.stream().map(ValueType::id).collect(Collectors.joining(" or "));
        }
    }

    /**
     * The value is, or is not, one of a list; numbers are compared as numbers.
     *
     * @param values the list
     * @param forbidden whether it lists what is not allowed
     */
    record InSet(List<Object> values, boolean forbidden) implements Condition {
        private static final int SHOWN = 10;

        /** Copies the list. */
        public InSet {
            values = List.copyOf(values);
        }

        @Override
        public String id() {
            return forbidden ? "forbidden" : "domain";
        }

        @Override
        public String expected() {
            String shown = values.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
            return (forbidden ? "none of " : "one of ")
                    + shown
                    + (values.size() > SHOWN ? ", … (" + values.size() + " values)" : "");
        }
    }

    /** The value lies in a range. */
    record InRange(Bounds bounds) implements Condition {
        @Override
        public String id() {
            return "range";
        }

        @Override
        public String expected() {
            return "in " + bounds;
        }
    }

    /** The text has a number of characters (code points). */
    record LengthIn(long min, long max) implements Condition {
        @Override
        public String id() {
            return "length";
        }

        @Override
        public String expected() {
            return min == max
                    ? min + " characters"
                    : min + " to " + (max == Long.MAX_VALUE ? "any" : max) + " characters";
        }
    }

    /**
     * Regular expressions are found in the text.
     *
     * @param patterns what to look for
     * @param quantity how many of them must be found
     */
    record Matches(List<Pattern> patterns, Quantity quantity) implements Condition {
        /** How many. */
        public enum Quantity {
            ALL,
            ANY,
            NONE
        }

        /** Copies the list. */
        public Matches {
            patterns = List.copyOf(patterns);
        }

        @Override
        public String id() {
            return "pattern";
        }

        @Override
        public String expected() {
            String all = patterns.stream().map(Pattern::pattern).collect(Collectors.joining(", "));
            return switch (quantity) {
                case ALL -> "matches " + all;
                case ANY -> "matches one of " + all;
                case NONE -> "does not match " + all;
            };
        }
    }

    /** The text is written in a format. */
    record Formatted(TextFormat format) implements Condition {
        @Override
        public String id() {
            return "format";
        }

        @Override
        public String expected() {
            return "is " + format.id();
        }
    }
}
