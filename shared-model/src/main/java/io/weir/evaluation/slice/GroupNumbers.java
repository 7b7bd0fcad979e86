package io.weir.evaluation.slice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The number of a pair of a group and a code: in a table if that is small, else in a map. */
interface GroupNumbers {
    /** The pair has no number yet. */
    int NONE = -1;

    /** Pairs up to which a table is used: 16 MB. */
    int LARGEST_TABLE = 1 << 22;

    /** The number, or {@link #NONE}. */
    int get(int group, int code);

    /** Gives the pair a number. */
    void put(int group, int code, int number);

    /** For so many groups and codes. */
    static GroupNumbers of(int groups, int codes) {
        return (long) groups * codes <= LARGEST_TABLE ? new Table(groups, codes) : new Hashed();
    }

    /** One place for each pair. */
    final class Table implements GroupNumbers {
        private final int codes;
        private final int[] numbers;

        private Table(int groups, int codes) {
            this.codes = codes;
            this.numbers = new int[groups * codes];
            Arrays.fill(numbers, NONE);
        }

        @Override
        public int get(int group, int code) {
            return numbers[group * codes + code];
        }

        @Override
        public void put(int group, int code, int number) {
            numbers[group * codes + code] = number;
        }
    }

    /** Only pairs that occur. */
    final class Hashed implements GroupNumbers {
        private final Map<Long, Integer> numbers = new HashMap<>();

        @Override
        public int get(int group, int code) {
            return numbers.getOrDefault(key(group, code), NONE);
        }

        @Override
        public void put(int group, int code, int number) {
            numbers.put(key(group, code), number);
        }

        private static long key(int group, int code) {
            return (long) group << Integer.SIZE | code;
        }
    }
}
