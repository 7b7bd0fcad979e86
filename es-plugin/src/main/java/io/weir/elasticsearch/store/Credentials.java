package io.weir.elasticsearch.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.elasticsearch.common.settings.SecureSetting;
import org.elasticsearch.common.settings.SecureString;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.common.settings.Settings;
import org.jspecify.annotations.Nullable;

/** As whom Weir reads and writes its own indices on a cluster with security: an API key or a user, from the keystore. */
public final class Credentials {
    private static final Setting<SecureString> API_KEY = SecureSetting.secureString("weir.api_key", null);
    private static final Setting<SecureString> USER = SecureSetting.secureString("weir.user", null);

    private volatile @Nullable String authorization;

    /**
     * Reads the credentials while the keystore is open.
     *
     * @throws IllegalArgumentException naming the entry that cannot be used; the message never holds its value
     */
    public Credentials(Settings settings) {
        this.authorization = read(settings);
    }

    /** The keystore entries. */
    public static List<Setting<?>> settings() {
        return List.of(API_KEY, USER);
    }

    /** Names of the keystore entries. */
    public static List<String> names() {
        return settings().stream().map(Setting::getKey).toList();
    }

    /** Reads the credentials anew; those of before stay if they are unusable. */
    public void reload(Settings settings) {
        authorization = read(settings);
    }

    /** The {@code Authorization} header, or null if there are no credentials. */
    public @Nullable String authorization() {
        return authorization;
    }

    private static @Nullable String read(Settings settings) {
        try (SecureString key = API_KEY.get(settings);
                SecureString user = USER.get(settings)) {
            if (key.length() > 0 && user.length() > 0) {
                throw new IllegalArgumentException(
                        "the keystore has both weir.api_key and weir.user; remove one of them");
            }
            if (key.length() > 0) {
                return "ApiKey " + key;
            }
            if (user.length() == 0) {
                return null;
            }
            if (user.toString().indexOf(':') < 1) {
                throw new IllegalArgumentException("weir.user must be a user's name, a colon and the password");
            }
            byte[] bytes = user.toString().getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(bytes);
        }
    }
}
