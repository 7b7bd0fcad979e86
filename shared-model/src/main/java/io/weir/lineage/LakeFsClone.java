package io.weir.lineage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder that {@code lakectl local} cloned, which leaves {@value #FILE} in it: where it came from, and of which commit. Whether
 * files were changed since then is not known to it.
 *
 * @param folder relative to the workspace, with a slash at its end; empty for the workspace itself
 * @param source the commit and the path in the repository
 */
public record LakeFsClone(String folder, LakeFsReference source) {
    /** Name of the file that tells where a folder was cloned from. */
    public static final String FILE = ".lakefs_ref.yaml";

    private static final int MOST_TEXT = 2_000;

    /**
     * The clone that a file lies in: of the nearest folder above it that is one; null if there is none.
     *
     * @param path of the file, relative to the workspace
     * @throws LineageException if what was found is not as {@code lakectl} writes it
     */
    public static @Nullable LakeFsClone around(Workspace workspace, String path) throws IOException {
        String folder = path;
        while (!folder.isEmpty()) {
            folder = above(folder);
            Path file = workspace.resolve(folder + FILE);
            if (Files.isRegularFile(file)) {
                return read(file, folder);
            }
        }
        return null;
    }

    /** The folder that holds it, with a slash at its end; empty for the workspace. */
    private static String above(String path) {
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static LakeFsClone read(Path file, String folder) throws IOException {
        String shown = folder + FILE;
        if (Files.size(file) > StrictYaml.MAX_BYTES) {
            throw new LineageException(
                    "'" + shown + "' has " + Files.size(file) + " bytes, the limit is " + StrictYaml.MAX_BYTES);
        }
        try {
            ObjectNode root = StrictYaml.parseObject(Files.readAllBytes(file), "it");
            JsonFields fields = new JsonFields(root, "");
            LakeFsReference from = LakeFsReference.parse(fields.text("src", MOST_TEXT));
            LakeFsReference at = LakeFsReference.parse(
                    "lakefs://" + from.repository() + "/" + fields.text("at_head", MOST_TEXT) + "/" + from.path());
            return new LakeFsClone(folder, at);
        } catch (InvalidJsonException | LineageException e) {
            throw new LineageException("'" + shown + "' can't be used: " + e.getMessage());
        }
    }

    /**
     * What a file or folder of the clone is called in lineage.
     *
     * @param path relative to the workspace, below the clone's folder
     */
    public DatasetVersion version(String path) {
        String below = path.substring(folder.length());
        String prefix = source.path();
        String slash = prefix.isEmpty() || prefix.endsWith("/") || below.isEmpty() ? "" : "/";
        return new LakeFsReference(source.repository(), source.reference(), prefix + slash + below).version();
    }
}
