package io.weir.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole table in memory, for tests. */
record TestTable(List<String> columns, List<List<@Nullable String>> rows, List<String> ragged) {

    static TestTable read(Path folder, String pattern, TableOptions options) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<String> ragged = new ArrayList<>();
        try (Table table = Tables.open(folder, pattern, options)) {
            Batch batch = new Batch();
            while (table.next(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    List<@Nullable String> cells = new ArrayList<>();
                    for (int column = 0; column < batch.columnCount(); column++) {
                        cells.add(batch.column(column).text(row));
                    }
                    rows.add(cells);
                }
                for (int i = 0; i < batch.ragged().rows().length; i++) {
                    ragged.add("row " + batch.ragged().rows()[i] + ": "
                            + batch.ragged().cellCounts()[i]);
                }
            }
            return new TestTable(table.columns(), rows, ragged);
        }
    }
}
