package io.weir.schema;

import java.util.List;

/**
 * A schema read from another tool's file, and what of the file could not be carried over.
 *
 * @param schema what could
 * @param left a sentence for each thing that could not, naming it and saying why or what to do instead
 */
public record Imported(Schema schema, List<String> left) {
    /** Copies the list. */
    public Imported {
        left = List.copyOf(left);
    }
}
