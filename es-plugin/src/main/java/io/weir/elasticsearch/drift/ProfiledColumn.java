package io.weir.elasticsearch.drift;

import io.weir.drift.ProfileDrift;
import io.weir.drift.distance.CategoricalDistribution;
import io.weir.drift.distance.CategoryCounts;
import io.weir.drift.distance.NumericDistribution;
import io.weir.profile.ColumnProfile;
import io.weir.profile.ColumnType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A column of a stored profile, as both kinds of comparison see it.
 *
 * @param name of the column
 * @param type of its values
 * @param masked whether only its missing values may be looked at
 * @param mostlyNumbers whether it is compared as numbers unless its checks say otherwise
 * @param numbers its numbers, or times in milliseconds
 * @param categories its values as categories; truth values in lower case
 */
record ProfiledColumn(
        String name,
        ColumnType type,
        boolean masked,
        boolean mostlyNumbers,
        NumericDistribution numbers,
        CategoricalDistribution categories) {
    private static final long BYTES = 500;
    private static final long BYTES_A_STEP = 16;

    /** An entry of a map with its text's and its count's headers. */
    private static final long BYTES_A_CATEGORY = 120;

    static ProfiledColumn of(ColumnProfile column) {
        CategoricalDistribution categories = ProfileDrift.categorical(column);
        return new ProfiledColumn(
                column.name(),
                column.type(),
                column.masked(),
                ProfileDrift.isNumeric(column),
                ProfileDrift.numeric(column),
                column.type() == ColumnType.BOOLEAN ? lowered(categories) : categories);
    }

    /** Files spell truth values in any case, an index in lower case. */
    static CategoricalDistribution lowered(CategoricalDistribution spelled) {
        Map<String, Long> counts = new HashMap<>();
        spelled.counts().forEach((text, count) -> counts.merge(text.toLowerCase(Locale.ROOT), count, Long::sum));
        return new CategoryCounts(counts, spelled.other(), spelled.missing(), spelled.countError());
    }

    /** An estimate of the heap that it holds, in bytes. */
    long ramBytesUsed() {
        long bytes = BYTES + 2L * name.length() + BYTES_A_STEP * numbers.breakpoints().length;
        for (String category : categories.counts().keySet()) {
            bytes += BYTES_A_CATEGORY + 2L * category.length();
        }
        return bytes;
    }
}
