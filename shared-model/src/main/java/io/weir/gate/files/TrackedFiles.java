package io.weir.gate.files;

import io.weir.lineage.DvcCheck;
import io.weir.lineage.DvcFile;
import io.weir.lineage.LakeFsClone;
import io.weir.lineage.LineageException;
import io.weir.lineage.Workspace;
import io.weir.table.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What DVC and lakeFS say of the files that were looked at: {@code .dvc} files beside them ({@code train.csv.dvc}) and beside the
 * folders that they lie in ({@code train.dvc}), and the clone of lakeFS that they lie in.
 *
 * @param checks one for each file or folder that DVC tracks, and for what can't be used
 * @param lakeFs the clone that all of them lie in, or null
 */
public record TrackedFiles(List<Tracked> checks, @Nullable LakeFsClone lakeFs) {
    /** Of files that nobody asked about. */
    public static final TrackedFiles NONE = new TrackedFiles(List.of(), null);

    private static final String ENDING = ".dvc";
    private static final String DVC = "dvc ";

    /** A folder that is larger than this many times what was read of it is not hashed for that. */
    private static final int MOST_BEYOND = 2;

    /** Copies the list. */
    public TrackedFiles {
        checks = List.copyOf(checks);
    }

    /**
     * A tracked file or folder.
     *
     * @param name of what was found
     * @param path relative to the workspace
     * @param same whether it is what is tracked, or null if that was not found out
     * @param reason a sentence
     * @param md5 that is tracked, or null if it can't be read
     */
    public record Tracked(
            String name,
            String path,
            @Nullable Boolean same,
            String reason,
            @Nullable String md5) {}

    /**
     * Compares. Cost: reads what is tracked once, and a second time if a DVC before version 3 tracked it and it is different.
     *
     * @param bytes of all these files
     * @throws IOException if a file can't be read, or a path leads out of the workspace
     */
    public static TrackedFiles of(Workspace workspace, List<DataFile> files, long bytes) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (DataFile file : files) {
            String path = file.name();
            while (!path.isEmpty()) {
                names.add(path + ENDING);
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            }
        }
        List<Tracked> checks = new ArrayList<>();
        for (String name : names) {
            if (Files.isRegularFile(workspace.resolve(name))) {
                read(checks, workspace, name, files, bytes);
            }
        }
        return new TrackedFiles(checks, clone(checks, workspace, files));
    }

    private static @Nullable LakeFsClone clone(List<Tracked> checks, Workspace workspace, List<DataFile> files)
            throws IOException {
        try {
            LakeFsClone clone = LakeFsClone.around(workspace, files.getFirst().name());
            return clone != null && files.stream().allMatch(file -> file.name().startsWith(clone.folder()))
                    ? clone
                    : null;
        } catch (LineageException e) {
            String name = files.getFirst().name();
            checks.add(new Tracked("lakefs " + name, name, null, String.valueOf(e.getMessage()), null));
            return null;
        }
    }

    private static void read(List<Tracked> checks, Workspace workspace, String name, List<DataFile> files, long bytes)
            throws IOException {
        DvcFile dvc;
        try {
            dvc = DvcFile.read(workspace, name);
        } catch (LineageException e) {
            checks.add(new Tracked(DVC + name, name, null, String.valueOf(e.getMessage()), null));
            return;
        }
        for (DvcFile.Out out : dvc.outs()) {
            if (files.stream().anyMatch(file -> isPart(file, out))) {
                checks.add(check(workspace, out, bytes));
            }
        }
    }

    private static boolean isPart(DataFile file, DvcFile.Out out) {
        return file.name().equals(out.path()) || file.name().startsWith(out.path() + "/");
    }

    private static Tracked check(Workspace workspace, DvcFile.Out out, long bytes) throws IOException {
        if (out.isFolder() && out.size() > MOST_BEYOND * bytes) {
            return new Tracked(
                    DVC + out.path(),
                    out.path(),
                    null,
                    "'" + out.path() + "' has " + out.size() + " tracked bytes, of which " + bytes
                            + " are looked at; the others are not read for its MD5",
                    null);
        }
        DvcCheck check = DvcCheck.of(workspace, out);
        return new Tracked(
                DVC + out.path(), out.path(), check.outcome() == DvcCheck.Outcome.SAME, check.reason(), out.md5());
    }

    /** The MD5 of what DVC tracks and all of these files belong to; null if there is none, or they are others. */
    public @Nullable String md5(List<DataFile> files) {
        return checks.stream()
                .filter(check -> Boolean.TRUE.equals(check.same()))
                .filter(check -> files.stream()
                        .allMatch(file ->
                                file.name().equals(check.path()) || file.name().startsWith(check.path() + "/")))
                .map(check -> "md5:" + check.md5())
                .findFirst()
                .orElse(null);
    }
}
