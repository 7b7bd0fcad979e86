package io.weir.profile;

import io.weir.table.Batch;
import io.weir.table.Ragged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows with too few or too many cells: counts, and where the first of them are. */
public final class RaggedRows {
    private static final Comparator<Example> ORDER =
            Comparator.comparing(Example::file).thenComparingLong(Example::row);

    private long shorter;
    private long longer;
    private List<Example> examples = List.of();

    RaggedRows() {}

    RaggedRows(long shorter, long longer, List<Example> examples) {
        this.shorter = shorter;
        this.longer = longer;
        this.examples = List.copyOf(examples);
    }

    /** One such row. */
    public record Example(String file, long row, int cells) {}

    /** Rows with too few cells; the rest counts as missing. */
    public long shorter() {
        return shorter;
    }

    /** Rows with too many cells; the rest is dropped. */
    public long longer() {
        return longer;
    }

    /** The first {@value Ragged#SHOWN} of them, by file and row. */
    public List<Example> examples() {
        return examples;
    }

    void add(Batch batch) {
        Ragged ragged = batch.ragged();
        if (ragged.shorter() + ragged.longer() == 0) {
            return;
        }
        List<Example> found = new ArrayList<>();
        long[] rows = ragged.rows();
        int[] cells = ragged.cellCounts();
        for (int i = 0; i < rows.length; i++) {
            found.add(new Example(batch.file(), rows[i], cells[i]));
        }
        merge(new RaggedRows(ragged.shorter(), ragged.longer(), found));
    }

    void merge(RaggedRows other) {
        shorter += other.shorter;
        longer += other.longer;
        List<Example> all = new ArrayList<>(examples);
        all.addAll(other.examples);
        all.sort(ORDER);
        examples = List.copyOf(all.subList(0, Math.min(all.size(), Ragged.SHOWN)));
    }
}
