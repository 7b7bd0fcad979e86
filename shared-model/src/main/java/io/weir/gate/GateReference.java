package io.weir.gate;

import org.jspecify.annotations.Nullable;

/**
 * Something of another time or place that a gate used or left behind, such as a profile.
 *
 * @param source where it is: {@link #FILE}, {@link #ELASTICSEARCH}, {@link #BUILD}, {@link #REGISTRY}
 * @param name what it is called there: a path, {@code name@version}, the job and number of a build
 * @param asked the words by which it was asked for, such as {@code profile:churn@latest}; null if it was not
 * @param rows of the data that it is about
 */
public record GateReference(
        String source, String name, @Nullable String asked, long rows) {
    /** A file of the workspace. */
    public static final String FILE = "file";

    /** A profile that Elasticsearch keeps. */
    public static final String ELASTICSEARCH = "elasticsearch";

    /** An earlier build. */
    public static final String BUILD = "build";

    /** A version of a model registry. */
    public static final String REGISTRY = "registry";
}
