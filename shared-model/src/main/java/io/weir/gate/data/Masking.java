package io.weir.gate.data;

import io.weir.schema.Column;
import io.weir.schema.Gravity;
import io.weir.schema.Schema;
import io.weir.schema.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes columns sensitive that a schema does not call so. */
final class Masking {
    private Masking() {}

    static Schema of(Schema schema, Set<String> masked) {
        if (masked.isEmpty()) {
            return schema;
        }
        Set<String> left = new LinkedHashSet<>(masked);
        List<Column> columns = new ArrayList<>();
        for (Column column : schema.columns()) {
            columns.add(left.remove(column.name()) ? column.asSensitive() : column);
        }
        left.forEach(name -> columns.add(new Column(name, ValueType.ANY, false, List.of(), true, List.of())));
        // A schema that names no column does not mind any; these were not named by it.
        Gravity unknown = schema.columns().isEmpty() ? Gravity.INFO : schema.unknownColumns();
        return schema.columns().isEmpty() && schema.checks().isEmpty()
                ? schema
                : new Schema(schema.name(), columns, unknown, schema.checks());
    }
}
