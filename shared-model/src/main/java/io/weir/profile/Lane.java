package io.weir.profile;

import io.weir.sketch.DistinctSketch;
import io.weir.table.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thread's share of a profile: every so many-th batch of the table. */
final class Lane {
    /** Tables with more columns get smaller sketches, so that memory stays bounded. */
    private static final int WIDE = 1000;

    private static final int VERY_WIDE = 3000;

    private final ProfileSettings settings;
    private final int number;
    private final int expectedColumns;
    private final List<ColumnAccumulator> columns = new ArrayList<>();
    private final Map<String, Integer> correlated = new HashMap<>();
    private final Correlations correlations;
    private final DistinctSketch distinctRows = new DistinctSketch();
    private final RaggedRows ragged = new RaggedRows();
    private long rows;
    private long[] hashes = {};
    private final double[][] numbers;
    private final Map<String, Integer> sampled = new HashMap<>();
    private final RowSample sample;
    private final long[][] cellHashes;

    /** A lane; all lanes of a profile have the same correlated columns. */
    Lane(
            ProfileSettings settings,
            int number,
            List<String> expectedColumns,
            List<String> correlated,
            List<String> leftOut) {
        this.settings = settings;
        this.number = number;
        this.expectedColumns = expectedColumns.size();
        correlated.forEach(name -> this.correlated.put(name, this.correlated.size()));
        this.correlations = new Correlations(correlated, leftOut);
        this.numbers = new double[correlated.size()][];
        this.sample = new RowSample(expectedColumns.stream()
                .filter(name -> !settings.masked().contains(name))
                .limit(RowSample.MOST_COLUMNS)
                .toList());
        sample.columns().forEach(name -> sampled.put(name, sampled.size()));
        this.cellHashes = new long[sampled.size()][];
    }

    void add(Batch batch) {
        int count = batch.rows();
        addColumns(batch.names());
        prepare(count);
        for (int i = 0; i < columns.size(); i++) {
            ColumnAccumulator column = columns.get(i);
            if (i < batch.columnCount()) {
                column.add(batch.column(i), count, hashes, cellHashesOf(column), numbersOf(column));
            } else {
                column.profile().addMissing(count);
            }
        }
        for (int row = 0; row < count; row++) {
            hashes[row] = CellHash.mix(hashes[row]);
            distinctRows.add(hashes[row]);
        }
        sample.add(hashes, cellHashes, count);
        if (numbers.length > 1) {
            correlations.add(numbers, count);
        }
        ragged.add(batch);
        rows += count;
    }

    private void prepare(int count) {
        if (hashes.length < count) {
            hashes = new long[count];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = new double[count];
            }
            for (int i = 0; i < cellHashes.length; i++) {
                cellHashes[i] = new long[count];
            }
        } else {
            Arrays.fill(hashes, 0, count, 0);
        }
    }

    private long @Nullable [] cellHashesOf(ColumnAccumulator column) {
        Integer place = sampled.get(column.profile().name());
        return place == null ? null : cellHashes[place];
    }

    private double @Nullable [] numbersOf(ColumnAccumulator column) {
        Integer place = correlated.get(column.profile().name());
        return place == null ? null : numbers[place];
    }

    private void addColumns(List<String> names) {
        for (int i = columns.size(); i < names.size(); i++) {
            int width = Math.max(expectedColumns, names.size());
            boolean masked = settings.masked().contains(names.get(i));
            long seed = settings.seed() * 1_000_003 + number * 16_411L + i;
            ColumnSettings own = width <= WIDE
                    ? new ColumnSettings(masked, 256, 512, seed)
                    : new ColumnSettings(masked, width <= VERY_WIDE ? 64 : 16, 128, seed);
            ColumnProfile profile = new ColumnProfile(names.get(i), own);
            profile.addMissing(rows);
            columns.add(new ColumnAccumulator(profile, width <= WIDE ? 512 : width <= VERY_WIDE ? 128 : 32));
        }
    }

    /** The profile of this lane's batches. */
    DatasetProfile finish(List<String> skipped) {
        columns.forEach(ColumnAccumulator::flush);
        List<ColumnProfile> profiles =
                columns.stream().map(ColumnAccumulator::profile).toList();
        return new DatasetProfile(rows, profiles, distinctRows, sample, correlations, ragged, skipped);
    }
}
