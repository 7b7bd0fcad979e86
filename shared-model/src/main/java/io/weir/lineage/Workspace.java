package io.weir.lineage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A folder that paths from files and parameters can't leave: neither by name nor through a symbolic link. */
public final class Workspace {
    private final Path root;

    /**
     * The workspace at {@code root}.
     *
     * @throws IOException if it isn't there
     */
    public Workspace(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** The folder, without symbolic links. */
    public Path root() {
        return root;
    }

    /**
     * The place of a relative path, which need not exist.
     *
     * @param path with slashes; {@code ..} may lead up as far as the workspace
     * @throws LineageException if it leaves the workspace, or is absolute, or not a path
     */
    public Path resolve(String path) throws IOException {
        return resolve("", path);
    }

    /** As {@link #resolve(String)}, from a folder in the workspace on. */
    public Path resolve(String folder, String path) throws IOException {
        for (String part : new String[] {folder, path}) {
            if (part.indexOf('\0') >= 0
                    || part.indexOf('\\') >= 0
                    || part.startsWith("/")
                    || part.matches("[A-Za-z]:.*")) {
                throw new LineageException("the path '" + part.replace('\0', '?')
                        + "' is not relative, or not written with slashes; give one below the workspace");
            }
        }
        Path found = root.resolve(folder).resolve(path).normalize();
        if (!found.startsWith(root)) {
            throw outside(path);
        }
        confine(found, path);
        return found;
    }

    /** Looks through links of what exists: the file itself, or the nearest folder above it. */
    private void confine(Path found, String shown) throws IOException {
        Path there = found;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            Path above = there.getParent();
            if (above == null) {
                throw outside(shown);
            }
            there = above;
        }
        try {
            if (!there.toRealPath().startsWith(root)) {
                throw outside(shown);
            }
        } catch (NoSuchFileException e) {
            throw new LineageException("the path '" + shown + "' goes through a symbolic link to nowhere");
        }
    }

    /** The name of a place in the workspace, relative and with slashes. */
    String name(Path place) {
        StringBuilder name = new StringBuilder();
        for (Path step : root.relativize(place)) {
            name.append(name.isEmpty() ? "" : "/").append(step);
        }
        return name.toString();
    }

    private LineageException outside(String path) {
        return new LineageException(
                "the path '" + path + "' leads out of the workspace; only what is below it can be read");
    }
}
