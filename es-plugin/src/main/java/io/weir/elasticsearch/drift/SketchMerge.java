package io.weir.elasticsearch.drift;

import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import io.weir.sketch.TopValues;
import org.jspecify.annotations.Nullable;

/** Puts sketches of one field together, in any order. What is put in stays as it is. */
final class SketchMerge {
    private final ComparedField field;
    private long documents;
    private long present;
    private boolean mapped;
    private @Nullable KllSketch quantiles;
    private final Moments moments = new Moments();
    private @Nullable TopValues top;

    SketchMerge(ComparedField field) {
        this.field = field;
    }

    /**
     * Adds a sketch.
     *
     * @throws IllegalArgumentException if one index has numbers in the field and another categories
     */
    void add(ColumnSketch sketch) {
        documents += sketch.documents();
        present += sketch.present();
        mapped |= sketch.mapped();
        if (sketch.quantiles() != null && sketch.moments() != null) {
            quantiles = merged(quantiles, sketch.quantiles());
            moments.merge(sketch.moments());
        }
        if (sketch.top() != null) {
            if (top == null) {
                top = TopValues.create(ColumnSketch.TOP_CAPACITY);
            }
            top.merge(sketch.top());
        }
        if (quantiles != null && top != null) {
            throw new IllegalArgumentException("field [" + field.field()
                    + "] holds numbers in some of the indices and categories in others; search those apart, or give the "
                    + "column a check for categories, which reads numbers as such");
        }
    }

    private static KllSketch merged(@Nullable KllSketch mine, KllSketch other) {
        if (mine == null) {
            return other.copy();
        }
        mine.merge(other);
        return mine;
    }

    ColumnSketch get() {
        if (quantiles != null) {
            return ColumnSketch.numbers(documents, present, quantiles, moments);
        }
        return top != null
                ? ColumnSketch.categories(documents, present, top)
                : ColumnSketch.presence(documents, present, mapped);
    }
}
