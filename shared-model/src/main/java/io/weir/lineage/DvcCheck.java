package io.weir.lineage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the data in the workspace are those that a {@code .dvc} file names.
 *
 * @param outcome what was found
 * @param reason for a person, naming the path
 */
public record DvcCheck(Outcome outcome, String reason) {
    /** What can be said about the data. */
    public enum Outcome {
        /** They are there, and have the named MD5. */
        SAME,
        /** They are there, and are others. */
        DIFFERENT,
        /** They are not there: {@code dvc pull} would bring them. */
        ABSENT
    }

    /** The names that DVC leaves out of folders. */
    private static final List<String> IGNORED = List.of(".dvc", ".git", ".hg");

    /**
     * Reads the data and compares.
     *
     * <p>A file's MD5 is that of its bytes; of files that DVC before version 3 tracked, that with CRLF line ends made LF is
     * accepted too, which is what it took of text. A folder's is that of a JSON list of the paths and MD5s of its files, as
     * DVC writes it. A {@code .dvcignore} is not read: a folder with ignored files is DIFFERENT.
     *
     * @throws LineageException if a link leads out of the workspace, or a folder has too many files
     */
    public static DvcCheck of(Workspace workspace, DvcFile.Out out) throws IOException {
        Path place = workspace.resolve(out.path());
        if (!Files.exists(place)) {
            return new DvcCheck(Outcome.ABSENT, "'" + out.path() + "' is not in the workspace; run 'dvc pull' first");
        }
        if (out.isFolder() != Files.isDirectory(place)) {
            return different(out, "is " + (out.isFolder() ? "a file, not a folder" : "a folder, not a file"));
        }
        if (!out.isFolder() && out.plainMd5() && out.size() >= 0 && Files.size(place) != out.size()) {
            return different(out, "has " + Files.size(place) + " bytes, " + out.size() + " are tracked");
        }
        String tracked = out.md5().replace(".dir", "");
        for (boolean unix : out.plainMd5() ? new boolean[] {false} : new boolean[] {false, true}) {
            String found = out.isFolder() ? folder(workspace, place, unix) : file(place, unix);
            if (found.equals(tracked)) {
                return new DvcCheck(Outcome.SAME, "'" + out.path() + "' has the tracked MD5 " + out.md5());
            }
        }
        return different(out, "doesn't have the tracked MD5 " + out.md5());
    }

    private static DvcCheck different(DvcFile.Out out, String how) {
        return new DvcCheck(Outcome.DIFFERENT, "'" + out.path() + "' " + how);
    }

    private static String file(Path file, boolean unix) throws IOException {
        MessageDigest digest = Digests.md5();
        LineEnds ends = new LineEnds(digest);
        Digests.read(file, unix ? ends : digest::update);
        ends.finish();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String folder(Workspace workspace, Path folder, boolean unix) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Path file : files(folder)) {
            workspace.resolve(workspace.name(file));
            String name = workspace.name(file).substring(workspace.name(folder).length() + 1);
            entries.add(name + "\0" + file(file, unix));
        }
        entries.sort(DvcCheck::byCodePoints);
        StringBuilder json = new StringBuilder("[");
        for (String entry : entries) {
            int end = entry.indexOf('\0');
            json.append(json.length() == 1 ? "" : ", ")
                    .append("{\"md5\": \"")
                    .append(entry, end + 1, entry.length())
                    .append("\", \"relpath\": \"")
                    .append(escaped(entry.substring(0, end)))
                    .append("\"}");
        }
        byte[] listing = json.append("]").toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.md5().digest(listing));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !ignored(folder.relativize(file)))
                    .limit(FileTree.MOST_FILES + 1L)
                    .toList();
            if (files.size() > FileTree.MOST_FILES) {
                throw new LineageException(
                        "'" + folder.getFileName() + "' has more than " + FileTree.MOST_FILES + " files");
            }
            return files;
        }
    }

    private static boolean ignored(Path relative) {
        for (Path step : relative) {
            if (IGNORED.contains(step.toString())) {
                return true;
            }
        }
        return false;
    }

    /** As Python sorts, which tells characters beyond the basic plane from surrogates. */
    private static int byCodePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    /** As Python's JSON writer escapes: all that is not ASCII, in lower case. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        escaped.append(c);
                    } else {
                        escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** Passes bytes on with CRLF made LF. */
    private static final class LineEnds implements Digests.Sink {
        private final MessageDigest digest;
        private boolean held;

        LineEnds(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void take(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (held && bytes[i] != '\n') {
                    digest.update((byte) '\r');
                }
                held = bytes[i] == '\r';
                if (!held) {
                    digest.update(bytes[i]);
                }
            }
        }

        void finish() {
            if (held) {
                digest.update((byte) '\r');
            }
        }
    }
}
