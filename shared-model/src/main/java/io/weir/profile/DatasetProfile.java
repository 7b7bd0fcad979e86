package io.weir.profile;

import io.weir.sketch.DistinctSketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a data set looks like: every column's statistics, and what goes across columns. The profile of a whole is that of its
 * parts merged, within the errors that the sketches state; counts are exact either way.
 *
 * <p>Rows are compared by the hash of their cells, so duplicates are found within data of one format; the number of different
 * rows, and all that follows from it, is an estimate with {@link DistinctSketch#relativeError}.
 */
public final class DatasetProfile {
    private final long rows;
    private final Map<String, ColumnProfile> columns;
    private final DistinctSketch distinctRows;
    private final RowSample sample;
    private final Correlations correlations;
    private final RaggedRows ragged;
    private final List<String> skipped;

    DatasetProfile(
            long rows,
            List<ColumnProfile> columns,
            DistinctSketch distinctRows,
            RowSample sample,
            Correlations correlations,
            RaggedRows ragged,
            List<String> skipped) {
        this.rows = rows;
        this.columns = new LinkedHashMap<>();
        columns.forEach(column -> this.columns.put(column.name(), column));
        this.distinctRows = distinctRows;
        this.sample = sample;
        this.correlations = correlations;
        this.ragged = ragged;
        this.skipped = List.copyOf(skipped);
    }

    /** Number of rows. */
    public long rows() {
        return rows;
    }

    /** The columns, in the order of the table. */
    public List<ColumnProfile> columns() {
        return List.copyOf(columns.values());
    }

    /** A column, or null if there is none of that name. */
    public @Nullable ColumnProfile column(String name) {
        return columns.get(name);
    }

    /** About how many different rows there are. */
    public DistinctSketch distinctRows() {
        return distinctRows;
    }

    /** About how many rows repeat an earlier one; 0 if that can't be told from the error of the estimate. */
    public long duplicateRows() {
        double distinct = distinctRows.estimate();
        double slack = 3 * distinctRows.relativeError() * distinct;
        double repeated = rows - distinct;
        return repeated <= slack ? 0 : Math.round(repeated);
    }

    /** Columns that may each tell all rows apart, as far as the estimate of their different values can say. */
    public List<String> candidateKeys() {
        List<String> keys = new ArrayList<>();
        for (ColumnProfile column : columns.values()) {
            double slack = 3 * column.distinct().relativeError() * rows;
            if (rows > 1 && column.missing() == 0 && column.distinct().estimate() >= rows - slack) {
                keys.add(column.name());
            }
        }
        return keys;
    }

    /**
     * Columns that seem to determine others, from a sample of different rows of the first columns that are not masked; see
     * {@link Dependency}. Costs some ten milliseconds.
     */
    public List<Dependency> dependencies() {
        return sample.dependencies();
    }

    RowSample sample() {
        return sample;
    }

    /** Correlations of numeric columns. */
    public Correlations correlations() {
        return correlations;
    }

    /** Rows with too few or too many cells. */
    public RaggedRows ragged() {
        return ragged;
    }

    /** Columns that could not be read as one value a row. */
    public List<String> skippedColumns() {
        return skipped;
    }

    /**
     * The profile of both data sets together; both stay as they are. A column that only one of them has is missing in the
     * rows of the other.
     *
     * @throws IllegalArgumentException if a column is masked in only one of them
     */
    public DatasetProfile mergedWith(DatasetProfile other) {
        List<ColumnProfile> all = new ArrayList<>();
        for (ColumnProfile mine : columns.values()) {
            all.add(merged(mine, other.columns.get(mine.name()), other.rows));
        }
        for (ColumnProfile theirs : other.columns.values()) {
            if (!columns.containsKey(theirs.name())) {
                all.add(merged(theirs, null, rows));
            }
        }
        DistinctSketch both = new DistinctSketch();
        both.merge(distinctRows);
        both.merge(other.distinctRows);
        RaggedRows raggedRows = new RaggedRows();
        raggedRows.merge(ragged);
        raggedRows.merge(other.ragged);
        List<String> skippedColumns = new ArrayList<>(skipped);
        other.skipped.stream().filter(name -> !skipped.contains(name)).forEach(skippedColumns::add);
        return new DatasetProfile(
                Math.addExact(rows, other.rows),
                all,
                both,
                sample.mergedWith(other.sample),
                correlations.mergedWith(other.correlations),
                raggedRows,
                skippedColumns);
    }

    private static ColumnProfile merged(ColumnProfile mine, @Nullable ColumnProfile theirs, long theirRows) {
        if (theirs != null && mine.masked() != theirs.masked()) {
            throw new IllegalArgumentException("column '" + mine.name()
                    + "' is masked in one of the profiles only; take both with the same masked columns");
        }
        ColumnProfile both = new ColumnProfile(mine.name(), mine.settings());
        both.merge(mine);
        if (theirs == null) {
            both.addMissing(theirRows);
        } else {
            both.merge(theirs);
        }
        return both;
    }
}
