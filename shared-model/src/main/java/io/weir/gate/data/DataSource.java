package io.weir.gate.data;

import io.weir.gate.files.TrackedFiles;
import io.weir.lineage.DatasetVersion;
import io.weir.lineage.LakeFsClone;
import io.weir.table.DataFile;
import java.util.List;

/**
 * What data are called in lineage: by their place in lakeFS if they were cloned from there, else by their name beside the job's
 * namespace, else by their path below the job's name. Their version is the commit of lakeFS, the MD5 of DVC, or the digest of the
 * files, whichever is there first.
 */
final class DataSource {
    /** As OpenLineage calls local files. */
    private static final String FILES = "file";

    private DataSource() {}

    static DatasetVersion of(
            LineageRun run, DataGateSettings settings, List<DataFile> files, String digest, TrackedFiles tracked) {
        LakeFsClone clone = tracked.lakeFs();
        String only = files.size() == 1 ? files.getFirst().name() : null;
        if (clone != null) {
            return clone.version(only == null ? clone.folder() : only);
        }
        String md5 = tracked.md5(files);
        String version = md5 == null ? digest : md5;
        if (!settings.name().isEmpty()) {
            return new DatasetVersion(run.namespace(), settings.name(), version, true);
        }
        String name = run.job() + "/" + (only == null ? String.join(", ", settings.data()) : only);
        int most = DatasetVersion.MOST_CHARACTERS;
        return new DatasetVersion(FILES, name.length() <= most ? name : name.substring(0, most), version, true);
    }
}
