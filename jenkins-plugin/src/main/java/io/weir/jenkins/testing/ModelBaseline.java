package io.weir.jenkins.testing;

import io.weir.jenkins.gate.EarlierGates;
import io.weir.jenkins.gate.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a Jenkinsfile names what a model is compared with.
 *
 * @param kind where to look
 * @param name what to look for there
 * @param words all of it, for messages
 */
record ModelBaseline(Kind kind, String name, String words) {
    private static final int MAX = 1_000;

    /** Where baselines come from. */
    enum Kind {
        /** Columns of the same table, with another model's predictions. */
        COLUMNS,
        /** Another table with the same rows. */
        PREDICTIONS,
        /** The result of an earlier test, in a file of the workspace. */
        FILE,
        /** The result that an earlier build has kept. */
        BUILD
    }

    /**
     * Reads {@code columns:…}, {@code predictions:…}, {@code file:…} or {@code build:…}; null if the text is empty.
     *
     * @throws IllegalArgumentException naming the words and what is allowed
     */
    static @Nullable ModelBaseline parse(String words) {
        if (words.isBlank()) {
            return null;
        }
        Words<Kind> read = Words.of(words, Kind.class, MAX);
        if (read != null
                && !read.name().isEmpty()
                && (read.kind() != Kind.BUILD || read.name().matches(EarlierGates.BUILD))) {
            return new ModelBaseline(read.kind(), read.name(), words);
        }
        throw new IllegalArgumentException(
                "baseline is '" + Words.shown(words, MAX) + "', must be 'columns:' and columns of the same table,"
                        + " 'predictions:' and a file with the same rows, 'file:' and the result of an earlier test, or 'build:' and"
                        + " lastSuccessful, lastStable or a number");
    }
}
