package io.weir.elasticsearch.drift;

import io.weir.drift.DriftColumn;
import io.weir.drift.DriftJudge;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reference with all that is known of it, and how the fields are read and judged because of it.
 *
 * @param name of the reference, for people
 * @param fields that are compared
 * @param columns one for each field
 * @param settings how they are judged
 * @param unmatched columns of the reference that no field is compared with
 */
record DriftPlan(
        String name,
        List<ComparedField> fields,
        List<ReferenceColumn> columns,
        DriftSettings settings,
        List<String> unmatched) {
    private static final String CURRENT = "the documents found";

    /**
     * @throws IllegalArgumentException if a check does not fit its column, before any shard is searched
     */
    DriftPlan {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
        unmatched = List.copyOf(unmatched);
        judge(
                settings,
                name,
                fields,
                columns,
                Stream.generate(() -> ColumnSketch.EMPTY).limit(fields.size()).toList(),
                unmatched);
    }

    /** As what each field is read. */
    List<Reading> readings() {
        return columns.stream().map(ReferenceColumn::reading).toList();
    }

    /** Judges what was found in a bucket; one sketch a field, in their order. */
    DriftReport judge(List<ColumnSketch> found) {
        return judge(settings, name, fields, columns, found, unmatched);
    }

    private static DriftReport judge(
            DriftSettings settings,
            String name,
            List<ComparedField> fields,
            List<ReferenceColumn> columns,
            List<ColumnSketch> found,
            List<String> unmatched) {
        List<DriftColumn> compared = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            compared.add(columns.get(i).compare(fields.get(i), found.get(i)));
        }
        return new DriftJudge(settings).judge(name, CURRENT, compared, unmatched, List.of());
    }
}
