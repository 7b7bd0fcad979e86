package io.weir.evaluation.explain;

import java.util.List;

/**
 * What a model is given one value of for each row.
 *
 * @param whole whether values are numbers without fractions
 * @param categories the texts that values are numbers of, from 0; empty if values are numbers themselves
 */
public record Feature(String name, boolean whole, List<String> categories) {
    /** Copies the list. */
    public Feature {
        categories = List.copyOf(categories);
    }

    /** A feature of numbers. */
    public static Feature number(String name) {
        return new Feature(name, false, List.of());
    }

    /** A feature of whole numbers, such as counts and flags. */
    public static Feature whole(String name) {
        return new Feature(name, true, List.of());
    }

    /** A feature of texts. */
    public static Feature category(String name, List<String> categories) {
        return new Feature(name, false, categories);
    }

    /** Whether values are numbers, to which noise can be added. */
    public boolean isNumber() {
        return categories.isEmpty();
    }
}
