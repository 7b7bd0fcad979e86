package io.weir.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    @Test
    void shouldReadWhatIsThere() {
        JsonFields fields =
                fields("{\"n\":3,\"x\":0.5,\"s\":\"a\",\"b\":true,\"m\":{\"k\":\"v\"},\"l\":[\"p\",\"q\"]}");

        assertThat(fields.integer("n", 1, 5)).isEqualTo(3);
        assertThat(fields.number("x", 0, 1)).isEqualTo(0.5);
        assertThat(fields.text("s", 1)).isEqualTo("a");
        assertThat(fields.flag("b", false)).isTrue();
        assertThat(fields.textMap("m", 1, 1)).containsEntry("k", "v");
        assertThat(fields.texts("l", 2, 1)).containsExactly("p", "q");
        fields.end();
    }

    @Test
    void shouldNamePathValueAndRange() {
        refuse("{\"n\":9}", f -> f.integer("n", 1, 5)).hasMessage("top.n is 9, must be a whole number from 1 to 5");
        refuse("{\"n\":1.5}", f -> f.integer("n", 1, 5)).hasMessageContaining("top.n is 1.5");
        refuse("{\"n\":\"x\"}", f -> f.number("n", 0, 1))
                .hasMessage("top.n is \"x\", must be a number from 0.0 to 1.0");
        refuse("{\"s\":\"abc\"}", f -> f.text("s", 2)).hasMessageContaining("a string of at most 2 characters");
        refuse("{}", f -> f.text("s", 2)).hasMessage("top.s is missing");
        refuse("{\"l\":[1]}", f -> f.texts("l", 2, 2)).hasMessageStartingWith("top.l[0] is 1, must be a string");
        refuse("{\"l\":[\"a\",\"b\"]}", f -> f.texts("l", 1, 2))
                .hasMessage("top.l has 2 elements, at most 1 are allowed");
        refuse("{\"t\":\"today\"}", f -> f.instant("t")).hasMessageContaining("must be an instant such as");
        refuse("{\"m\":{\"k\":{}}}", f -> f.textMap("m", 1, 5)).hasMessageContaining("top.m.k is {}");
    }

    @Test
    void shouldRefuseUnknownFieldsAndListTheKnownOnes() {
        refuse("{\"interval\":1,\"intervall\":2}", f -> {
                    f.integer("interval", 1, 9);
                    f.end();
                })
                .hasMessage("top.intervall is unknown; known here: interval");
    }

    @Test
    void shouldClipLongValuesInMessages() {
        refuse("{\"n\":\"" + "x".repeat(10_000) + "\"}", f -> f.integer("n", 1, 5))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void shouldRefuseDocumentsOverTheLimit() {
        byte[] large = ("{\"a\":\"" + "x".repeat(StrictJson.MAX_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StrictJson.parseObject(large, "envelope"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("envelope has 1048584 bytes, the limit is 1048576");
    }

    @Test
    void shouldRefuseWhatIsNotOneObject() {
        for (String text : new String[] {"[]", "3", "", "{} {}", "{", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}"}) {
            assertThatThrownBy(() -> StrictJson.parseObject(text.getBytes(StandardCharsets.UTF_8), "envelope"))
                    .as(text)
                    .isInstanceOf(InvalidJsonException.class)
                    .hasMessageStartingWith("envelope is not");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refuse(String json, Consumer<JsonFields> reading) {
        return assertThatThrownBy(() -> reading.accept(fields(json))).isInstanceOf(InvalidJsonException.class);
    }

    private static JsonFields fields(String json) {
        return new JsonFields(StrictJson.parseObject(json.getBytes(StandardCharsets.UTF_8), "test"), "top");
    }
}
