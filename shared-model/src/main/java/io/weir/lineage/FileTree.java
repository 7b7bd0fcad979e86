package io.weir.lineage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The version of a file or of all files below a folder: a Merkle tree over their paths and contents. Any other path, byte
 * or number of files gives another root; to find two that give the same is to break SHA-256.
 *
 * <p>Leaf: SHA-256 of 0, the path's length in 8 bytes, the path in UTF-8, the size in 8 bytes, and the SHA-256 of the
 * content. Node: SHA-256 of 1 and its two children, split as RFC 6962 does. Leaves are in the order of their paths' bytes.
 * Empty folders don't count, nor do modes and times.
 *
 * <p>Files are streamed through one buffer; what is kept is a path and a hash of each, at most {@value #MOST_FILES}.
 * Symbolic links are followed inside the workspace only, and never to folders, which could contain themselves.
 *
 * @param files by path relative to the hashed folder, in order
 */
public record FileTree(List<Entry> files) {
    /** About 200 MB of paths and hashes. */
    public static final int MOST_FILES = 1_000_000;

    private static final String FORM = "weir-files-1";
    private static final int HASH_BYTES = 32;

    /** The tree of these files. */
    public FileTree {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param path relative, with slashes; the file's name if the tree is of one file
     * @param size in bytes
     * @param sha256 of the content, 64 hexadecimal digits
     */
    public record Entry(String path, long size, String sha256) {}

    /**
     * Hashes a file, or all files below a folder.
     *
     * @param path relative to the workspace
     * @throws LineageException if it isn't there, leads out of the workspace, or has too many files
     * @throws java.io.InterruptedIOException if the thread is interrupted
     */
    public static FileTree of(Workspace workspace, String path) throws IOException {
        Path place = workspace.resolve(path);
        if (Files.isRegularFile(place)) {
            return new FileTree(List.of(entry(place, String.valueOf(place.getFileName()))));
        }
        if (!Files.isDirectory(place)) {
            throw new LineageException("'" + path + "' is neither a file nor a folder in the workspace");
        }
        List<Entry> entries = new ArrayList<>();
        for (Path file : filesBelow(place, path)) {
            String name = workspace.name(file);
            // Again for each file: a link may lead anywhere.
            workspace.resolve(name);
            entries.add(entry(
                    file,
                    place.equals(workspace.root())
                            ? name
                            : name.substring(workspace.name(place).length() + 1)));
        }
        entries.sort((one, other) -> Arrays.compareUnsigned(
                one.path().getBytes(StandardCharsets.UTF_8), other.path().getBytes(StandardCharsets.UTF_8)));
        return new FileTree(entries);
    }

    private static List<Path> filesBelow(Path folder, String shown) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(Files::isRegularFile).limit(MOST_FILES + 1L).toList();
            if (files.size() > MOST_FILES) {
                throw new LineageException("'" + shown + "' has more than " + MOST_FILES + " files; hash its parts");
            }
            return files;
        }
    }

    private static Entry entry(Path file, String name) throws IOException {
        MessageDigest content = Digests.sha256();
        long size = Digests.read(file, content::update);
        return new Entry(name, size, HexFormat.of().formatHex(content.digest()));
    }

    /** The version: {@code weir-files-1:} and 64 hexadecimal digits. */
    public String root() {
        byte[] root = files.isEmpty() ? Digests.sha256().digest() : node(0, files.size());
        return FORM + ":" + HexFormat.of().formatHex(root);
    }

    private byte[] node(int from, int to) {
        if (to - from == 1) {
            return leaf(files.get(from));
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        MessageDigest digest = Digests.sha256();
        digest.update((byte) 1);
        digest.update(node(from, middle));
        return digest.digest(node(middle, to));
    }

    private static byte[] leaf(Entry file) {
        byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * Long.BYTES + path.length + HASH_BYTES);
        bytes.put((byte) 0).putLong(path.length).put(path).putLong(file.size());
        bytes.put(HexFormat.of().parseHex(file.sha256()));
        return Digests.sha256().digest(bytes.array());
    }

    /** The bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** How this tree differs from an earlier one: each path with {@code added}, {@code removed} or {@code changed}. */
    public Map<String, String> changesSince(FileTree earlier) {
        Map<String, Entry> before = new LinkedHashMap<>();
        earlier.files.forEach(file -> before.put(file.path(), file));
        Map<String, String> changes = new LinkedHashMap<>();
        for (Entry file : files) {
            Entry old = before.remove(file.path());
            if (old == null) {
                changes.put(file.path(), "added");
            } else if (!old.equals(file)) {
                changes.put(file.path(), "changed");
            }
        }
        before.keySet().forEach(path -> changes.put(path, "removed"));
        return changes;
    }
}
