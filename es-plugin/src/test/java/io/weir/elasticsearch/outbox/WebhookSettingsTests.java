package io.weir.elasticsearch.outbox;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.settings.MockSecureSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.test.ESTestCase;

public class WebhookSettingsTests extends ESTestCase {
    public void testShouldAllowHttpToThisMachineOnly() {
        for (String url :
                new String[] {"http://localhost/x", "http://127.0.0.1:8080/x", "http://[::1]/x", "https://ci.example/x"
                }) {
            Assertions.assertThat(WebhookSettings.read(url(url))).containsKey("jenkins");
        }
        Assertions.assertThatThrownBy(() -> WebhookSettings.read(url("http://ci.example/x")))
                .hasMessageContainingAll("weir.webhook.jenkins.url", "http://ci.example/x", "https", "allow_http");
    }

    public void testShouldAllowHttpElsewhereIfToldTo() {
        Settings settings = Settings.builder()
                .put(url("http://ci.example/x"))
                .put("weir.webhook.jenkins.allow_http", true)
                .build();

        Assertions.assertThat(WebhookSettings.read(settings)).containsKey("jenkins");
    }

    public void testShouldRefuseWhatIsNoAddress() {
        for (String url : new String[] {"ftp://x/y", "jenkins", "http:///x", "https://a b/"}) {
            Assertions.assertThatThrownBy(() -> WebhookSettings.read(url(url)))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("weir.webhook.jenkins.url");
        }
    }

    public void testShouldRefuseCredentialsInAnAddressWithoutRepeatingThem() {
        Assertions.assertThatThrownBy(() -> WebhookSettings.read(url("https://ann:geheim@ci.example/x")))
                .hasMessageContaining("keystore")
                .hasMessageNotContaining("geheim");
    }

    public void testShouldRefuseASecretThatIsTooShortWithoutRepeatingIt() {
        MockSecureSettings secrets = new MockSecureSettings();
        secrets.setString("weir.webhook.jenkins.secret", "whsec_Z2VoZWlt");
        Settings settings = Settings.builder().setSecureSettings(secrets).build();

        Assertions.assertThatThrownBy(() -> WebhookSettings.readSecrets(settings))
                .hasMessageContainingAll("weir.webhook.jenkins.secret", "24 to 64")
                .hasMessageNotContaining("Z2VoZWlt");
    }

    public void testShouldTellWhatAWebhookLacks() {
        Webhooks webhooks = new Webhooks(url("https://ci.example/x"));

        Assertions.assertThat(webhooks.problems(List.of("jenkins", "other")))
                .satisfiesExactly(
                        lacksSecret -> Assertions.assertThat(lacksSecret).contains("weir.webhook.jenkins.secret"),
                        unknown -> Assertions.assertThat(unknown).contains("'other' is unknown"));
    }

    private static Settings url(String url) {
        return Settings.builder().put("weir.webhook.jenkins.url", url).build();
    }
}
