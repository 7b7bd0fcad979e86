package io.weir.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.sketch.TopValues.Entry;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TopValuesTest {
    /** Zipf-like: value i comes about 1/i as often as value 1. */
    private static String draw(SplittableRandom random) {
        return "v" + (int) Math.exp(random.nextDouble() * Math.log(100_000));
    }

    private static TopValues stream(int capacity, int length, long seed, Map<String, Long> exact) {
        SplittableRandom random = new SplittableRandom(seed);
        TopValues top = TopValues.create(capacity);
        for (int i = 0; i < length; i++) {
            String value = draw(random);
            exact.merge(value, 1L, Long::sum);
            top.add(value);
        }
        return top;
    }

    private static void assertBoundsHold(TopValues top, Map<String, Long> exact, int capacity) {
        assertThat(top.maxOvercount()).isLessThanOrEqualTo(top.total() / (capacity + 1));
        Map<String, Entry> listed = new HashMap<>();
        for (Entry entry : top.top(Integer.MAX_VALUE)) {
            listed.put(entry.value(), entry);
            assertThat(exact.get(entry.value())).isBetween(entry.count() - entry.maxOvercount(), entry.count());
        }
        exact.forEach((value, count) -> assertThat(count <= top.maxOvercount() || listed.containsKey(value))
                .as("%s came %s times, must be listed", value, count)
                .isTrue());
    }

    @Test
    void shouldCountExactlyWhileValuesAreFew() {
        TopValues top = TopValues.create(2);
        top.add("b", 3);
        top.add("a", 3);
        top.add("c");
        top.add("d", 0);

        assertThat(top.top(2)).containsExactly(new Entry("a", 3, 0), new Entry("b", 3, 0));
        assertThat(top.top(9)).hasSize(3);
        assertThat(top.total()).isEqualTo(7);
    }

    @Test
    void shouldHoldItsBoundsOnALongTail() {
        Map<String, Long> exact = new HashMap<>();
        TopValues top = stream(100, 200_000, 1, exact);

        assertBoundsHold(top, exact, 100);
        assertThat(top.top(1).get(0).value()).isEqualTo("v1");
    }

    @Test
    void shouldHoldItsBoundsOfMergedParts() {
        Map<String, Long> exact = new HashMap<>();
        TopValues top = TopValues.create(64);
        for (int part = 0; part < 20; part++) {
            top.merge(stream(64, 10_000, part, exact));
        }

        assertBoundsHold(top, exact, 64);
    }

    @Test
    void shouldFindTheFrequentValueInTheWorstOrder() {
        TopValues top = TopValues.create(10);
        for (int i = 0; i < 1_000; i++) {
            top.add("often");
        }
        for (int i = 0; i < 9_000; i++) {
            top.add("once" + i);
        }

        assertThat(top.top(1).get(0).value()).isEqualTo("often");
        assertThat(top.top(1).get(0).count()).isBetween(1_000L, 1_000L + top.maxOvercount());
    }

    @Test
    void shouldMergeWithItself() {
        TopValues top = TopValues.create(4);
        top.add("a", 2);
        top.merge(top);

        assertThat(top.top(1)).containsExactly(new Entry("a", 4, 0));
    }

    @Test
    void shouldCutLongTextsButTellThemApart() {
        TopValues top = TopValues.create(4);
        String common = "x".repeat(1_000);
        top.add(common + "1");
        top.add(common + "2", 2);

        assertThat(top.top(9)).extracting(Entry::count).containsExactly(2L, 1L);
        assertThat(top.top(1).get(0).value()).hasSize(256).endsWith("x…");
    }

    @Test
    void shouldNotCutAPairOfSurrogates() {
        TopValues top = TopValues.create(4);
        top.add("x".repeat(254) + "😀".repeat(10));

        assertThat(top.top(1).get(0).value()).isEqualTo("x".repeat(254) + "…");
    }

    @Test
    void shouldSayTheSameAfterReading() throws IOException {
        TopValues top = stream(30, 20_000, 3, new HashMap<>());
        byte[] bytes = SketchBytes.of(top::writeTo);
        TopValues read = SketchBytes.read(TopValues::readFrom, bytes);

        assertThat(read.top(30)).isEqualTo(top.top(30));
        assertThat(read.total()).isEqualTo(top.total());
        assertThat(SketchBytes.of(read::writeTo)).isEqualTo(bytes);
    }

    @Test
    void shouldRefuseWhatIsNoSketch() {
        TopValues top = TopValues.create(4);
        top.add("a");
        byte[] bytes = SketchBytes.of(top::writeTo);
        byte[] tooMany = bytes.clone();
        tooMany[21] = 0x7f;
        byte[] wrongCount = bytes.clone();
        wrongCount[33] = 0x7f;

        assertThatThrownBy(() -> SketchBytes.read(TopValues::readFrom, tooMany))
                .isInstanceOf(MalformedSketchException.class)
                .hasMessageContaining("number of counters");
        assertThatThrownBy(() -> SketchBytes.read(TopValues::readFrom, wrongCount))
                .hasMessageContaining("count is");
        assertThatThrownBy(() -> SketchBytes.read(TopValues::readFrom, Arrays.copyOf(bytes, bytes.length - 1)))
                .hasMessageContaining("cut short");
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopValues.create(0))
                .withMessageContaining("capacity is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopValues.create(1).add("a", -1));
    }

    @Test
    void shouldListNothingWhenNothingIsAskedFor() {
        assertThat(TopValues.create(1).top(-1)).isEqualTo(List.of());
    }
}
