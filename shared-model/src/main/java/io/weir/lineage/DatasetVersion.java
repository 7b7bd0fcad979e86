package io.weir.lineage;

/**
 * Data that can be told apart from any other.
 *
 * @param namespace where names are unique, as OpenLineage wants it: {@code file}, {@code lakefs://repository}, a host
 * @param name of the data in the namespace
 * @param version what distinguishes them from others of the name
 * @param fixed whether the version means the same data forever; a branch doesn't
 */
public record DatasetVersion(String namespace, String name, String version, boolean fixed) {
    /** Longest part. */
    public static final int MOST_CHARACTERS = 4_096;

    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a part is empty or longer than 4,096 characters
     */
    public DatasetVersion {
        check("namespace", namespace);
        check("name", name);
        check("version", version);
    }

    private static void check(String what, String value) {
        if (value.isEmpty() || value.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("the " + what + " of a dataset has " + value.length()
                    + " characters, must have from 1 to " + MOST_CHARACTERS);
        }
    }
}
