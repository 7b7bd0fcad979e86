package io.weir.lineage;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data in lakeFS: {@code lakefs://repository/reference/path}, where the reference is a branch, a tag or a commit.
 *
 * @param repository 3 to 63 lower-case letters, digits and hyphens
 * @param reference a branch, a tag, or a commit's digest, which alone means the same data forever
 * @param path in the repository; empty for all of it
 */
public record LakeFsReference(String repository, String reference, String path) {
    private static final String SCHEME = "lakefs://";
    private static final Pattern FORM = Pattern.compile("lakefs://([^/]*)/([^/]*)(?:/(.*))?", Pattern.DOTALL);
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9][a-z0-9-]{2,62}");
    /** Letters, digits and what lakeFS allows beside them; ~ and ^ count commits back, @ leaves uncommitted changes out. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.~^@-]{0,255}");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_PATH = 1_024;

    /**
     * Reads a reference.
     *
     * @throws LineageException naming the part that is wrong, and what is allowed
     */
    public static LakeFsReference parse(String text) throws LineageException {
        String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new LineageException("'" + shown + "' is not of the form " + SCHEME + "repository/reference/path");
        }
        String path = parts.group(3) == null ? "" : parts.group(3);
        if (!REPOSITORY.matcher(parts.group(1)).matches()) {
            throw wrong(shown, "repository", "3 to 63 lower-case letters, digits and hyphens");
        }
        if (!REFERENCE.matcher(parts.group(2)).matches()) {
            throw wrong(shown, "reference", "a branch, a tag or a commit");
        }
        if (path.length() > MOST_PATH || path.codePoints().anyMatch(Character::isISOControl)) {
            throw wrong(shown, "path", "at most " + MOST_PATH + " characters without control characters");
        }
        if (Arrays.asList(path.split("/", -1)).contains("..")) {
            throw wrong(shown, "path", "one without '..'");
        }
        return new LakeFsReference(parts.group(1), parts.group(2), path);
    }

    private static LineageException wrong(String shown, String what, String allowed) {
        return new LineageException("the " + what + " of '" + shown + "' is not valid; must be " + allowed);
    }

    /** Whether the reference is a commit. A branch moves with each commit, and tags can be deleted and made again. */
    public boolean isFixed() {
        return COMMIT.matcher(reference).matches();
    }

    /** What the data are called in lineage. */
    public DatasetVersion version() {
        return new DatasetVersion(SCHEME + repository, path.isEmpty() ? "/" : path, reference, isFixed());
    }

    /** The reference as it was read. */
    @Override
    public String toString() {
        return SCHEME + repository + "/" + reference + "/" + path;
    }
}
