package io.weir.evaluation.trial;

import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.table.Numbers;
import io.weir.table.Table;
import io.weir.table.TableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A first reading of the table, which tells what columns are; one pass, memory independent of rows. */
public final class ColumnSurvey {
    private final Map<String, ColumnKind> kinds = new LinkedHashMap<>();

    private long rows;

    private ColumnSurvey() {}

    /** Rows of the table. */
    long rows() {
        return rows;
    }

    /**
     * Reads columns.
     *
     * @throws TableException if one is not there, naming all that are
     */
    public static ColumnSurvey of(String name, TableSource source, PredictedColumns added, Collection<String> columns)
            throws IOException {
        ColumnSurvey survey = new ColumnSurvey();
        List<String> ofTable = new ArrayList<>();
        for (String column : columns) {
            survey.kinds.put(column, new ColumnKind());
            if (!survey.addAdded(column, added)) {
                ofTable.add(column);
            }
        }
        try (Table table = source.open()) {
            Batch batch = new Batch();
            boolean any = false;
            while (table.next(batch)) {
                any = true;
                survey.rows += batch.rows();
                survey.add(name, batch, ofTable);
            }
            if (!any) {
                survey.requireAll(name, table.columns(), ofTable);
            }
        }
        return survey;
    }

    private void requireAll(String name, List<String> there, List<String> needed) throws TableException {
        for (String column : needed) {
            if (!there.contains(column)) {
                throw TableException.inFile(name, "has no column '" + column + "', only " + there);
            }
        }
    }

    private boolean addAdded(String column, PredictedColumns added) {
        ColumnKind kind = of(column);
        if (added.numbers().containsKey(column)) {
            for (double number : added.numbers().get(column)) {
                kind.addNumber(number);
            }
        } else if (added.texts().containsKey(column)) {
            for (String text : added.texts().get(column)) {
                kind.addText(text);
            }
        }
        return added.names().contains(column);
    }

    private void add(String name, Batch batch, List<String> columns) throws TableException {
        requireAll(name, batch.names(), columns);
        for (String column : columns) {
            Cells cells = batch.column(batch.names().indexOf(column));
            ColumnKind kind = of(column);
            for (int row = 0; row < batch.rows(); row++) {
                if (!cells.isMissing(row)) {
                    add(kind, cells, row);
                }
            }
        }
    }

    private static void add(ColumnKind kind, Cells cells, int row) {
        switch (cells.type()) {
            case INTEGER -> kind.addNumber(cells.longAt(row));
            case DECIMAL -> addNumber(kind, cells.doubleAt(row));
            case BOOLEAN, DATE, TIMESTAMP -> kind.addText(cells.text(row));
            case TEXT -> {
                double number = Numbers.parse(cells.bytes(), cells.start(row), cells.length(row));
                if (!Double.isNaN(number)) {
                    kind.addNumber(number);
                } else if (!Numbers.isNaN(cells.bytes(), cells.start(row), cells.length(row))) {
                    kind.addText(kind.hasMany() ? null : cells.text(row));
                }
            }
        }
    }

    /** "NaN" is a missing value. */
    private static void addNumber(ColumnKind kind, double number) {
        if (!Double.isNaN(number)) {
            kind.addNumber(number);
        }
    }

    /** What a column is; it must have been asked for. */
    public ColumnKind of(String column) {
        ColumnKind kind = kinds.get(column);
        if (kind == null) {
            throw new IllegalStateException("column '" + column + "' was not surveyed, only " + kinds.keySet());
        }
        return kind;
    }

    /** What a column is, or null if it was not asked for. */
    @Nullable
    ColumnKind find(String column) {
        return kinds.get(column);
    }
}
