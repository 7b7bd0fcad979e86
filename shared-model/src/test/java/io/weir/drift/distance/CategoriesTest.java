package io.weir.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.sketch.TopValues;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    private static final CategoryCounts REFERENCE = CategoryCounts.of(Map.of("a", 6L, "b", 3L, "c", 1L));

    @Test
    void shouldGiveEachCategoryACell() {
        Cells cells = Categories.cells(REFERENCE, CategoryCounts.of(Map.of("a", 1L, "d", 1L)));

        assertThat(cells.reference()).containsExactly(0.6, 0.3, 0.1, 0);
        assertThat(cells.current()).containsExactly(0.5, 0, 0, 0.5);
    }

    @Test
    void shouldNotTakeWhatASidesRestHidesForNew() {
        CategoryCounts top = new CategoryCounts(Map.of("a", 6L), 4, 0, 0);
        Cells cells = Categories.cells(top, REFERENCE);

        assertThat(CellDistance.TOTAL_VARIATION.between(cells)).isLessThan(1e-12);
    }

    @Test
    void shouldCountRowsOfUnseenCategories() {
        CategoryCounts current = CategoryCounts.of(Map.of("a", 2L, "x", 3L, "y", 4L));

        assertThat(Categories.unseenRows(REFERENCE, current)).isEqualTo(7);
        assertThat(Categories.unseen(REFERENCE, current, 1)).containsExactly("y");
    }

    @Test
    void shouldTellHowManyRowsTheReferenceSawOnce() {
        assertThat(Categories.onceSeenRows(REFERENCE)).isEqualTo(1);
    }

    @Test
    void shouldTakeASketchsCountsAsFarAsTheyAreSure() {
        TopValues values = TopValues.create(2);
        for (int i = 0; i < 100; i++) {
            values.add("often", 10);
            values.add("once " + i, 1);
        }
        CategoryCounts counts = CategoryCounts.of(values, 5);

        assertThat(counts.count()).isEqualTo(1100);
        assertThat(counts.counts().get("often")).isBetween(600L, 1000L);
        assertThat(counts.missing()).isEqualTo(5);
        assertThat(counts.countError()).isPositive();
    }
}
