package io.weir.gate.files;

import io.weir.lineage.LineageException;
import io.weir.lineage.Workspace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Files that are written aside and put in their places together at the end, each whole or not at all. What an earlier run left
 * there goes first, so that nobody takes it for this run's.
 */
public final class Drafts implements Closeable {
    private final Workspace workspace;
    private final Path folder;
    private final Set<Path> inputs;
    private final Map<Path, Path> drafts = new LinkedHashMap<>();

    /**
     * No files yet.
     *
     * @param folder where drafts lie
     * @param inputs files that must not be overwritten
     */
    public Drafts(Workspace workspace, Path folder, Set<Path> inputs) {
        this.workspace = workspace;
        this.folder = folder;
        this.inputs = inputs;
    }

    /**
     * A place for a draft.
     *
     * @param what the parameter that names the file, for messages
     * @param path where it goes, relative to the workspace
     * @throws IOException if that leads out of the workspace, is a folder, or one of the inputs, or one file is named twice
     */
    public Path draft(String what, String path) throws IOException {
        Path target = workspace.resolve(path);
        if (Files.isDirectory(target)) {
            throw new LineageException(what + " is '" + path + "', which is a folder; name a file");
        }
        if (Files.exists(target) && inputs.contains(target.toRealPath())) {
            throw new LineageException(what + " is '" + path + "', which the step reads; name another file");
        }
        if (drafts.containsKey(target)) {
            throw new LineageException(
                    what + " is '" + path + "', which another file is written to; name another file");
        }
        Files.deleteIfExists(target);
        Path draft = Files.createTempFile(folder, "weir-draft", ".part");
        drafts.put(target, draft);
        return draft;
    }

    /** Puts all of them in their places. */
    public void publish() throws IOException {
        for (Map.Entry<Path, Path> each : drafts.entrySet()) {
            publish(each.getValue(), each.getKey());
        }
    }

    /** Puts one of them in its place, and none of the others. */
    public void publishOnly(Path draft) throws IOException {
        for (Map.Entry<Path, Path> each : drafts.entrySet()) {
            if (each.getValue().equals(draft)) {
                publish(draft, each.getKey());
            }
        }
    }

    private static void publish(Path draft, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        move(draft, target);
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Another file system: copied beside the target first, so that nobody sees half of it.
            Path beside = target.resolveSibling(target.getFileName() + ".part");
            try {
                Files.copy(draft, beside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path draft : drafts.values()) {
            Files.deleteIfExists(draft);
        }
    }
}
