package io.weir.jenkins.config;

import hudson.util.FormValidation;
import io.weir.jenkins.Messages;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.elasticsearch.ElasticsearchUrl;
import java.io.IOException;

/** What forms say of an address of Elasticsearch. Permissions are for the caller to check. */
public final class ServerForm {
    private ServerForm() {}

    /** Says whether an address has the right form. */
    public static FormValidation checkUrl(String value) {
        return checkUrl("elasticsearchUrl", value);
    }

    /** Says whether an address of a setting has the right form. */
    static FormValidation checkUrl(String setting, String value) {
        try {
            String url = ElasticsearchUrl.normalised(setting, value);
            return url.startsWith("http:") && !ElasticsearchUrl.isLoopback(url)
                    ? FormValidation.warning(Messages.WeirConfiguration_plainHttp())
                    : FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(String.valueOf(e.getMessage()));
        }
    }

    /** Opens a client. */
    @FunctionalInterface
    public interface Opening {
        /** Opens it; an {@link IllegalArgumentException} says what is wrong with the address. */
        ElasticsearchClient open();
    }

    /**
     * Asks Elasticsearch for its incidents.
     *
     * @param tellBody whether the form may say what was answered: to administrators only, since the address may be that
     *     of any server which Jenkins reaches
     */
    public static FormValidation test(Opening opening, boolean tellBody) {
        try (ElasticsearchClient client = opening.open()) {
            ElasticsearchClient.Answer answer = client.get("/_weir/incidents?size=0");
            return answer.status() == 200
                    ? FormValidation.ok(Messages.WeirConfiguration_connected())
                    : FormValidation.error(
                            Messages.WeirConfiguration_answered(answer.status(), tellBody ? answer.body() : ""));
        } catch (IOException | IllegalArgumentException e) {
            return FormValidation.error(Messages.WeirConfiguration_noAnswer(String.valueOf(e.getMessage())));
        }
    }
}
