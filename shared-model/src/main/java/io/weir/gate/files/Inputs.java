package io.weir.gate.files;

import io.weir.lineage.LineageException;
import io.weir.lineage.Workspace;
import io.weir.table.DataFile;
import io.weir.table.DataFiles;
import io.weir.table.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds and reads what a gate needs from its folder. */
public final class Inputs {
    private Inputs() {}

    /**
     * The files of all patterns, each once, in the order of the patterns and of their names.
     *
     * @throws io.weir.table.TableException if a pattern names none, or leads out of the workspace
     */
    public static List<DataFile> find(Workspace workspace, List<String> patterns) throws IOException {
        Map<Path, DataFile> found = new LinkedHashMap<>();
        for (String pattern : patterns) {
            for (DataFile file : DataFiles.find(workspace.root(), pattern, Limits.DEFAULT)) {
                found.putIfAbsent(file.path(), file);
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * The bytes of a file.
     *
     * @param what the parameter that names it, for messages
     * @throws IOException if it is not there, leads out of the workspace, or is larger
     */
    public static byte[] read(Workspace workspace, String what, String path, int most) throws IOException {
        Path file = workspace.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new LineageException(what + " '" + path + "' is no file of the workspace " + workspace.root());
        }
        long size = Files.size(file);
        if (size > most) {
            throw new LineageException(
                    what + " '" + path + "' has " + size + " bytes, at most " + most + " are allowed");
        }
        return Files.readAllBytes(file);
    }
}
