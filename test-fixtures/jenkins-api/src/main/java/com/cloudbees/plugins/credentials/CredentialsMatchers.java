package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways to choose among credentials. */
public class CredentialsMatchers {
    private CredentialsMatchers() {}

    /** Those of that id. */
    public static CredentialsMatcher withId(String id) {
        return item -> item instanceof IdCredentials one && one.getId().equals(id);
    }

    /** Those of that class. */
    public static CredentialsMatcher instanceOf(Class<?> type) {
        return type::isInstance;
    }

    /** Those that at least one of the matchers chooses. */
    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        return item -> List.of(matchers).stream().anyMatch(matcher -> matcher.matches(item));
    }

    /** The first that is chosen, or null. */
    public static <C extends Credentials> @Nullable C firstOrNull(Iterable<C> all, CredentialsMatcher matcher) {
        for (C one : all) {
            if (matcher.matches(one)) {
                return one;
            }
        }
        return null;
    }
}
