package io.weir.expression;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row made of names and values. */
record MapRow(List<String> columns, Map<String, Object> values) implements Row {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    /** Names and values in turn; columns of the expression that are not named are missing. */
    static MapRow of(Expression expression, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MapRow(expression.columns(), values);
    }

    @Override
    public @Nullable Object value(int column) {
        return values.get(columns.get(column));
    }

    @Override
    public Instant now() {
        return NOW;
    }
}
