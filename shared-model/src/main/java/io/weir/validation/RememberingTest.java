package io.weir.validation;

import io.weir.table.Cells;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A test of texts that remembers its answers, because most columns say the same few things again and again. Compares the bytes,
 * so that it is never wrong; of two texts that want the same place, the newer one gets it.
 */
final class RememberingTest implements CellTest {
    private static final int PLACES = 512;
    private static final int LONGEST = 64;
    private static final byte[] NOTHING = {};

    private final Predicate<String> test;
    private final byte[][] texts = new byte[PLACES][];
    private final boolean[] answers = new boolean[PLACES];

    RememberingTest(Predicate<String> test) {
        this.test = test;
        Arrays.fill(texts, NOTHING);
    }

    @Override
    public boolean holds(Cells cells, int row) {
        int length = cells.length(row);
        if (cells.type() != Cells.Type.TEXT || length == 0 || length > LONGEST) {
            return test.test(String.valueOf(cells.text(row)));
        }
        byte[] bytes = cells.bytes();
        int start = cells.start(row);
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        byte[] known = texts[place];
        if (!Arrays.equals(known, 0, known.length, bytes, start, start + length)) {
            answers[place] = test.test(String.valueOf(cells.text(row)));
            texts[place] = Arrays.copyOfRange(bytes, start, start + length);
        }
        return answers[place];
    }
}
