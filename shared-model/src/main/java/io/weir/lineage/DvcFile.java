package io.weir.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .dvc} file: what DVC says which data belong to a commit, by MD5.
 *
 * <p>Read are {@code outs} with {@code path}, {@code md5} (a folder's ends in {@code .dir}), {@code size}, {@code nfiles}
 * and {@code hash}, and {@code wdir}; what else DVC writes is left alone. The data themselves are compared by
 * {@link DvcCheck}.
 *
 * @param name of the file, relative to the workspace
 * @param outs what it tracks, at least one
 */
public record DvcFile(String name, List<Out> outs) {
    private static final int MOST_OUTS = 10_000;
    private static final int MOST_PATH = 4_096;
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}(\\.dir)?");

    /** Of these outs. */
    public DvcFile {
        outs = List.copyOf(outs);
    }

    /**
     * One tracked file or folder.
     *
     * @param path relative to the workspace, checked to be inside
     * @param md5 32 hexadecimal digits, followed by {@code .dir} if it is a folder
     * @param size in bytes, or -1 if the file doesn't say
     * @param files how many a folder has, or -1
     * @param plainMd5 whether it is the MD5 of the bytes, as since DVC 3; before, of text with line ends made uniform
     */
    public record Out(String path, String md5, long size, long files, boolean plainMd5) {
        /** Whether it is a folder. */
        public boolean isFolder() {
            return md5.endsWith(".dir");
        }

        /** What the data are called in lineage: their path, in the version that DVC gave them. */
        public DatasetVersion version() {
            return new DatasetVersion("file", path, "md5:" + md5, true);
        }
    }

    /**
     * Reads a {@code .dvc} file.
     *
     * @throws LineageException if it is not one, or names a path outside of the workspace
     */
    public static DvcFile read(Workspace workspace, String name) throws IOException {
        Path file = workspace.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new LineageException("the DVC file '" + name + "' is not there");
        }
        if (Files.size(file) > StrictYaml.MAX_BYTES) {
            throw new LineageException("the DVC file '" + name + "' has " + Files.size(file) + " bytes, the limit is "
                    + StrictYaml.MAX_BYTES);
        }
        try {
            return read(workspace, name, StrictYaml.parseObject(Files.readAllBytes(file), "it"));
        } catch (InvalidJsonException e) {
            throw new LineageException("the DVC file '" + name + "' can't be used: " + e.getMessage());
        }
    }

    private static DvcFile read(Workspace workspace, String name, ObjectNode root) throws IOException {
        JsonFields fields = new JsonFields(root, "");
        String wdir = fields.optionalText("wdir", MOST_PATH);
        String folder = folderOf(name) + (wdir == null || wdir.equals(".") ? "" : wdir + "/");
        JsonNode outs = root.get("outs");
        if (outs == null || !outs.isArray() || outs.isEmpty() || outs.size() > MOST_OUTS) {
            throw new InvalidJsonException("outs must be a list of 1 to " + MOST_OUTS + " entries");
        }
        List<Out> all = new ArrayList<>();
        for (JsonNode out : outs) {
            if (!(out instanceof ObjectNode object)) {
                throw new InvalidJsonException("outs[" + all.size() + "] must have a path and an md5");
            }
            all.add(out(workspace, folder, new JsonFields(object, "outs[" + all.size() + "]")));
        }
        return new DvcFile(name, all);
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static Out out(Workspace workspace, String folder, JsonFields fields) throws IOException {
        Path place = workspace.resolve(folder, fields.text("path", MOST_PATH));
        String md5 = fields.parsed("md5", 40, DvcFile::checkedMd5);
        long size = fields.has("size") ? fields.integer("size", 0, Long.MAX_VALUE) : -1;
        long files = fields.has("nfiles") ? fields.integer("nfiles", 0, Long.MAX_VALUE) : -1;
        String hash = fields.optionalText("hash", 40);
        return new Out(workspace.name(place), md5, size, files, isPlain(hash));
    }

    private static String checkedMd5(String md5) {
        String lower = md5.toLowerCase(Locale.ROOT);
        if (!MD5.matcher(lower).matches()) {
            throw new IllegalArgumentException("is '" + md5 + "', must be 32 hexadecimal digits, or those and '.dir'");
        }
        return lower;
    }

    private static boolean isPlain(@Nullable String hash) {
        if (hash != null && !hash.equals("md5")) {
            throw new InvalidJsonException("hash is '" + hash + "', only md5 is known");
        }
        return hash != null;
    }
}
