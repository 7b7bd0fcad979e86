package io.weir.profile;

import io.weir.table.Batch;
import io.weir.table.Cells;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns' correlations are computed: the first ones whose values in the first batch are numbers, nine of ten.
 *
 * @param correlated those columns
 * @param leftOut the other numeric ones
 */
record NumericColumns(List<String> correlated, List<String> leftOut) {
    private static final int LOOKED_AT = 500;
    private static final double SHARE = 0.9;

    static NumericColumns of(@Nullable Batch first, ProfileSettings settings) {
        List<String> correlated = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; first != null && i < first.columnCount(); i++) {
            String name = first.names().get(i);
            if (!settings.masked().contains(name) && isNumeric(first.column(i), first.rows())) {
                (correlated.size() < settings.correlated() ? correlated : leftOut).add(name);
            }
        }
        return new NumericColumns(correlated, leftOut);
    }

    private static boolean isNumeric(Cells cells, int rows) {
        if (cells.type() != Cells.Type.TEXT) {
            return cells.type() == Cells.Type.INTEGER || cells.type() == Cells.Type.DECIMAL;
        }
        ValueReader reader = new ValueReader();
        int values = 0;
        int numbers = 0;
        for (int row = 0; row < Math.min(rows, LOOKED_AT); row++) {
            if (!cells.isMissing(row)) {
                values++;
                reader.read(cells.bytes(), cells.start(row), cells.length(row));
                numbers += reader.kind() == ValueKind.INTEGER || reader.kind() == ValueKind.DECIMAL ? 1 : 0;
            }
        }
        return values > 0 && numbers >= SHARE * values;
    }
}
