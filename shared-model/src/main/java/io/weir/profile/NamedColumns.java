package io.weir.profile;

import io.weir.sketch.DistinctSketch;
import java.util.ArrayList;
import java.util.List;

/** Columns of which a profile knows only the name, because no row came. */
final class NamedColumns {
    private NamedColumns() {}

    /** The profile with an empty column for each name that it lacks. */
    static DatasetProfile withAll(DatasetProfile profile, List<String> names, ProfileSettings settings) {
        List<ColumnProfile> lacking = new ArrayList<>();
        for (String name : names) {
            if (profile.column(name) == null) {
                lacking.add(new ColumnProfile(
                        name, new ColumnSettings(settings.masked().contains(name), 256, 512, settings.seed())));
            }
        }
        if (lacking.isEmpty()) {
            return profile;
        }
        return profile.mergedWith(new DatasetProfile(
                0,
                lacking,
                new DistinctSketch(),
                new RowSample(List.of()),
                new Correlations(profile.correlations().columns(), List.of()),
                new RaggedRows(),
                List.of()));
    }
}
