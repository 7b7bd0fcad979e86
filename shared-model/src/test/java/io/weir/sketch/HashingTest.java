package io.weir.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashingTest {
    // Computed by an independent implementation in Python from what the class comment says.
    private static final long EMPTY = 0x18c7fcc651d1587eL;
    private static final long WEIR = 0xd41dcb3c3b2b636cL;
    private static final long DIGITS = 0x6113f34d39a6cd1aL;
    private static final long FORTY_TWO = 0xf3fa3bdb5e868454L;
    private static final long TENTH = 0x882e80fec1e24aa5L;

    private static final String[] TEXTS = {
        "", "a", "ab", "abcd", "abcde", "abcdefgh", "abcdefghi", "0123456789abcdef0", "Zürich", "日本語", "😀 grin"
    };

    @Test
    void shouldHashTheSameTextTheSameHoweverItIsHeld() {
        for (String text : TEXTS) {
            char[] padded = ("##" + text + "#").toCharArray();
            byte[] utf8 = ("##" + text + "#").getBytes(StandardCharsets.UTF_8);

            assertThat(Hashing.hash(padded, 2, text.length())).isEqualTo(Hashing.hash(text));
            assertThat(Hashing.hash(new StringBuilder(text))).isEqualTo(Hashing.hash(text));
            assertThat(Hashing.hashUtf8(utf8, 2, utf8.length - 3)).isEqualTo(Hashing.hash(text));
        }
    }

    /** Stored sketches depend on them: if this fails, the change is wrong, not the test. */
    @Test
    void shouldNeverChange() {
        assertThat(Hashing.hash("")).isEqualTo(EMPTY);
        assertThat(Hashing.hash("weir")).isEqualTo(WEIR);
        assertThat(Hashing.hash("0123456789abcdef0")).isEqualTo(DIGITS);
        assertThat(Hashing.hash(42L)).isEqualTo(FORTY_TWO);
        assertThat(Hashing.hash(0.1)).isEqualTo(TENTH);
    }

    @Test
    void shouldHashWholeNumbersAlikeWhateverTheirType() {
        assertThat(Hashing.hash(5.0)).isEqualTo(Hashing.hash(5L));
        assertThat(Hashing.hash(-0.0)).isEqualTo(Hashing.hash(0L));
        assertThat(Hashing.hash(5.5)).isNotEqualTo(Hashing.hash(5L));
        assertThat(Hashing.hash(Double.NaN)).isEqualTo(Hashing.hash(Double.longBitsToDouble(0x7ff8000000000001L)));
    }

    @Test
    void shouldTellTextsThatDifferInLengthOnlyApart() {
        Set<Long> hashes = new HashSet<>();
        for (int length = 0; length < 100; length++) {
            hashes.add(Hashing.hash("\0".repeat(length)));
        }

        assertThat(hashes).hasSize(100);
    }

    /** Each bit of the input turns each bit of the hash in half of the cases; 20,000 cases tell 0.5 to 0.015. */
    @Test
    void shouldSpreadEachBit() {
        int[][] turned = new int[48][64];
        int cases = 20_000;
        for (int i = 0; i < cases; i++) {
            char[] text = {(char) (RandomBits.mix(i) & 0xffff), (char) ('a' + i % 26), (char) i};
            long hash = Hashing.hash(text, 0, 3);
            for (int bit = 0; bit < 48; bit++) {
                text[bit / 16] ^= (char) (1 << (bit % 16));
                long difference = hash ^ Hashing.hash(text, 0, 3);
                text[bit / 16] ^= (char) (1 << (bit % 16));
                for (int out = 0; out < 64; out++) {
                    turned[bit][out] += (int) (difference >>> out) & 1;
                }
            }
        }

        for (int[] outs : turned) {
            for (int count : outs) {
                assertThat((double) count / cases).isCloseTo(0.5, within(0.02));
            }
        }
    }
}
