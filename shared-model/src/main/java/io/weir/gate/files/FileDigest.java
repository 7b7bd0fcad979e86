package io.weir.gate.files;

import io.weir.lineage.FileTree;
import io.weir.lineage.Workspace;
import io.weir.table.DataFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The version of the files that were looked at, by their paths in the workspace. */
public final class FileDigest {
    private FileDigest() {}

    /** The version of these files, see {@link #tree}. */
    public static String of(Workspace workspace, List<DataFile> files) throws IOException {
        return tree(workspace, files).root();
    }

    /**
     * These files with their hashes; the tree's root is their version. Cost: reads them once.
     *
     * @throws IOException naming the file that can't be read
     */
    public static FileTree tree(Workspace workspace, List<DataFile> files) throws IOException {
        List<FileTree.Entry> entries = new ArrayList<>();
        for (DataFile file : files) {
            FileTree.Entry entry = FileTree.of(workspace, file.name()).files().getFirst();
            entries.add(new FileTree.Entry(file.name(), entry.size(), entry.sha256()));
        }
        entries.sort(Comparator.comparing(FileTree.Entry::path));
        return new FileTree(entries);
    }
}
