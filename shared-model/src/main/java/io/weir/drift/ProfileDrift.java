package io.weir.drift;

import io.weir.drift.distance.CategoricalDistribution;
import io.weir.drift.distance.CategoryCounts;
import io.weir.drift.distance.NumericDistribution;
import io.weir.drift.distance.SketchedValues;
import io.weir.drift.distance.SortedValues;
import io.weir.profile.ColumnProfile;
import io.weir.profile.ColumnType;
import io.weir.profile.DatasetProfile;
import io.weir.profile.NumberSummary;
import io.weir.profile.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares profiles of data sets. The reference says what a column is: numbers, times (as milliseconds since 1970) or
 * categories; what is of another kind in a column of numbers or times counts as missing, so that a column whose numbers
 * turn into texts has drifted. Columns of truth values and of text are categories, and so is every column whose own checks
 * are for categories only. Of masked columns only the share of missing values can be compared.
 */
public final class ProfileDrift {
    private ProfileDrift() {}

    /**
     * Compares the columns of two profiles by name.
     *
     * @throws IllegalArgumentException if a column's own checks do not fit what it holds
     */
    public static DriftReport judge(
            String referenceName,
            DatasetProfile reference,
            String currentName,
            DatasetProfile current,
            DriftSettings settings) {
        List<DriftColumn> columns = new ArrayList<>();
        DriftSettings checks = settings;
        for (ColumnProfile before : reference.columns()) {
            ColumnProfile now = current.column(before.name());
            if (now == null) {
                continue;
            }
            if (before.masked() || now.masked()) {
                checks = checks.withColumn(before.name(), missingRateOf(settings, before.name()));
            }
            columns.add(column(before, now, wantsCategories(settings, before.name())));
        }
        return new DriftJudge(checks)
                .judge(referenceName, currentName, columns, absent(reference, current), absent(current, reference));
    }

    /** Whether the column holds numbers or times for the most part, and they may be looked at. */
    public static boolean isNumeric(ColumnProfile column) {
        return !column.masked() && (mostlyTimes(column) || mostlyNumbers(column));
    }

    /** The column's times if it holds times for the most part, its numbers otherwise; the rest is missing. */
    public static NumericDistribution numeric(ColumnProfile column) {
        return distribution(mostlyTimes(column) ? column.times() : column.numbers(), column.rows());
    }

    /** The column's values as categories, as far as they are known by name; empty texts are one. */
    public static CategoricalDistribution categorical(ColumnProfile column) {
        return column.masked()
                ? new CategoryCounts(Map.of(), column.values(), column.missing(), column.values())
                : CategoryCounts.of(column.top(), column.missing());
    }

    private static DriftColumn column(ColumnProfile before, ColumnProfile now, boolean asCategories) {
        ColumnProfile telling = before.type() == ColumnType.EMPTY ? now : before;
        if (asCategories || before.masked() || now.masked() || !isNumeric(telling)) {
            return new DriftColumn.Categorical(before.name(), categorical(before), categorical(now));
        }
        boolean times = mostlyTimes(telling);
        return new DriftColumn.Numeric(
                before.name(),
                distribution(times ? before.times() : before.numbers(), before.rows()),
                distribution(times ? now.times() : now.numbers(), now.rows()));
    }

    private static NumericDistribution distribution(@Nullable NumberSummary numbers, long rows) {
        if (numbers == null) {
            return SortedValues.of(new double[0], rows);
        }
        return SketchedValues.of(
                numbers.quantiles(),
                numbers.moments(),
                rows - numbers.quantiles().count());
    }

    private static boolean mostlyNumbers(ColumnProfile column) {
        return mostly(column, column.count(ValueKind.INTEGER) + column.count(ValueKind.DECIMAL));
    }

    private static boolean mostlyTimes(ColumnProfile column) {
        return mostly(column, column.count(ValueKind.DATE) + column.count(ValueKind.TIMESTAMP));
    }

    /** The same half as {@link ColumnType#MIXED} is told by; empty texts are of no kind. */
    private static boolean mostly(ColumnProfile column, long values) {
        return values > 0 && 2 * values >= column.values() - column.empty();
    }

    /** Whether the column's own checks are for categories only, so that its numbers are read as such. */
    public static boolean wantsCategories(DriftSettings settings, String column) {
        return settings.byColumn().getOrDefault(column, List.of()).stream()
                .anyMatch(check -> !check.measure().isNumeric());
    }

    /** Checks of a masked column: what is said of missing values for it, or for all, or the default; it is never passed over. */
    public static List<DriftCheck> missingRateOf(DriftSettings settings, String column) {
        List<DriftCheck> own = settings.byColumn().get(column);
        if (own != null && own.isEmpty()) {
            return own;
        }
        List<DriftCheck> all = own == null
                ? Stream.concat(settings.numeric().stream(), settings.categorical().stream())
                        .toList()
                : own;
        return List.of(all.stream()
                .filter(check -> check.measure() == DriftMeasure.MISSING_RATE)
                .findFirst()
                .orElse(DriftCheck.of(DriftMeasure.MISSING_RATE)));
    }

    private static List<String> absent(DatasetProfile from, DatasetProfile in) {
        return from.columns().stream()
                .map(ColumnProfile::name)
                .filter(name -> in.column(name) == null)
                .toList();
    }
}
