package io.weir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {
    private final ValueReader reader = new ValueReader();

    @ParameterizedTest
    @CsvSource({
        "0, INTEGER, 0",
        "-17, INTEGER, -17",
        "+5, INTEGER, 5",
        "999999999999999999, INTEGER, 999999999999999999",
        "1000000000000000000000, DECIMAL, 1e21",
        "0.1, DECIMAL, 0.1",
        "-.5, DECIMAL, -0.5",
        "1., DECIMAL, 1",
        "1e3, DECIMAL, 1000",
        "-1.5E-7, DECIMAL, -1.5e-7",
        "123456.789, DECIMAL, 123456.789",
        "0.30000000000000004, DECIMAL, 0.30000000000000004",
        "inf, DECIMAL, Infinity",
        "-Infinity, DECIMAL, -Infinity",
        "1970-01-01, DATE, 0",
        "1969-12-31, DATE, -86400000",
        "2000-02-29, DATE, 951782400000",
        "1970-01-01T00:00:01Z, TIMESTAMP, 1000",
        "1970-01-01 01:00, TIMESTAMP, 3600000",
        "1970-01-01T01:00:00+01:00, TIMESTAMP, 0",
        "1970-01-01T00:00:00.250-0030, TIMESTAMP, 1800250"
    })
    void shouldReadNumbersAndTimes(String text, ValueKind kind, double number) {
        read(text);
        assertThat(reader.kind()).isEqualTo(kind);
        assertThat(reader.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "007",
                "1d",
                "0x10",
                "1_000",
                "--1",
                "-",
                ".",
                "1.2.3",
                "2026-13-01",
                "2026-02-30",
                "1,5",
                "e5",
                "2026-01-01T25:00",
                "2026-01-01x",
                "truth",
                "information",
                " 1",
                "NA"
            })
    void shouldLeaveEverythingElseAsText(String text) {
        read(text);
        assertThat(reader.kind()).isEqualTo(ValueKind.TEXT);
        assertThat(reader.number()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "FALSE", "True"})
    void shouldReadTruthValues(String text) {
        read(text);
        assertThat(reader.kind()).isEqualTo(ValueKind.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "NAN"})
    void shouldTakeNanForANumber(String text) {
        read(text);
        assertThat(reader.kind()).isEqualTo(ValueKind.DECIMAL);
        assertThat(reader.number()).isNaN();
    }

    private void read(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, 1, bytes.length - 2);
    }
}
