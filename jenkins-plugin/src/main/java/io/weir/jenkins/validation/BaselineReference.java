package io.weir.jenkins.validation;

import io.weir.jenkins.gate.EarlierGates;
import io.weir.jenkins.gate.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a Jenkinsfile names a baseline.
 *
 * @param kind where to look
 * @param name what to look for there
 * @param words all of it, for messages
 */
record BaselineReference(Kind kind, String name, String words) {
    private static final int MAX = 300;

    /** Where baselines come from. */
    enum Kind {
        /** A file of the workspace. */
        FILE,
        /** Elasticsearch, by name and version or alias. */
        PROFILE,
        /** An earlier build of the job. */
        BUILD
    }

    /**
     * Reads {@code file:…}, {@code profile:…} or {@code build:…}; null if the text is empty.
     *
     * @throws IllegalArgumentException naming the words and what is allowed
     */
    static @Nullable BaselineReference parse(String words) {
        if (words.isBlank()) {
            return null;
        }
        Words<Kind> read = Words.of(words, Kind.class, MAX);
        if (read == null) {
            throw wrong(words);
        }
        return checked(new BaselineReference(read.kind(), read.name(), words));
    }

    private static BaselineReference checked(BaselineReference reference) {
        boolean good = switch (reference.kind()) {
            case FILE -> !reference.name().isEmpty();
            case PROFILE ->
                reference.name().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(@[A-Za-z0-9][A-Za-z0-9._-]{0,99})?");
            case BUILD -> reference.name().matches(EarlierGates.BUILD);
        };
        if (!good) {
            throw wrong(reference.words());
        }
        return reference;
    }

    private static IllegalArgumentException wrong(String words) {
        return new IllegalArgumentException(
                "baseline is '" + Words.shown(words, MAX) + "', must be 'file:' and a path in the workspace,"
                        + " 'profile:' and name@version or name@alias, or 'build:' and lastSuccessful, lastStable or a number");
    }
}
