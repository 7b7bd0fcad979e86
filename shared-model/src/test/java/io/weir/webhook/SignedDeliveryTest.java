package io.weir.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedDeliveryTest {
    static Stream<JsonNode> vectors() throws IOException {
        JsonNode all = new ObjectMapper().readTree(new File("../docs/contracts/signature-vectors.json"));
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void shouldJudgeEachVectorAsItsIndependentAuthorDid(JsonNode vector) {
        List<SigningKey> keys = new ArrayList<>();
        vector.get("secrets").forEach(secret -> keys.add(SigningKey.parse(secret.textValue())));

        SignedDelivery.Verdict verdict = SignedDelivery.verify(
                new Received(
                        vector.get("id").textValue(),
                        vector.get("timestamp").textValue(),
                        vector.get("signature").textValue()),
                vector.get("body").textValue().getBytes(StandardCharsets.UTF_8),
                keys,
                Instant.ofEpochSecond(vector.get("now").longValue()),
                SignedDelivery.DEFAULT_TOLERANCE_SECONDS);

        assertThat(verdict)
                .as(vector.get("name").textValue())
                .hasToString(vector.get("verdict").textValue());
    }

    @Test
    void shouldSignAsTheVectorsDo() throws IOException {
        JsonNode good = vectors().findFirst().orElseThrow();

        SignedDelivery signed = SignedDelivery.sign(
                good.get("id").textValue(),
                Instant.ofEpochSecond(good.get("now").longValue()),
                good.get("body").textValue().getBytes(StandardCharsets.UTF_8),
                SigningKey.parse(good.get("secrets").get(0).textValue()));

        assertThat(signed.signature()).isEqualTo(good.get("signature").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_dGVzdA==", "whsec_not base64 but hush", ""})
    void shouldRefuseABadSecretWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> SigningKey.parse(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("dGVzdA")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }
}
