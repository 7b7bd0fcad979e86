package io.weir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.sketch.Hashing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T00:41:07Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-11-27T23:00:59.120Z",
                "0000-01-01T00:00:00.000001Z",
                "9999-12-31T23:59:59.900Z",
                "-0001-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void shouldHashTimestampsAsTheirText(String text) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
        TypedValue value = new TypedValue().of(ValueKind.TIMESTAMP, micros);

        assertThat(value).hasToString(text);
        assertThat(value.hash()).isEqualTo(Hashing.hash(text));
    }
}
