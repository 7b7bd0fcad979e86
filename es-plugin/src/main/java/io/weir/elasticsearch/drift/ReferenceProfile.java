package io.weir.elasticsearch.drift;

import io.weir.profile.ColumnProfile;
import io.weir.profile.DatasetProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a comparison needs of a profile: the distributions of its columns. Immutable, so that searches share it. */
final class ReferenceProfile {
    private final Map<String, ProfiledColumn> columns = new LinkedHashMap<>();
    private final long ramBytesUsed;

    ReferenceProfile(DatasetProfile profile) {
        long bytes = 100;
        for (ColumnProfile each : profile.columns()) {
            ProfiledColumn column = ProfiledColumn.of(each);
            columns.put(each.name(), column);
            bytes += column.ramBytesUsed();
        }
        ramBytesUsed = bytes;
    }

    /** A column, or null if there is none of that name. */
    @Nullable
    ProfiledColumn column(String name) {
        return columns.get(name);
    }

    /** The columns' names, in the order of the table. */
    Set<String> names() {
        return columns.keySet();
    }

    /** An estimate of the heap that it holds, in bytes. */
    long ramBytesUsed() {
        return ramBytesUsed;
    }
}
