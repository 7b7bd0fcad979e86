package io.weir.jenkins.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.jenkins.Incidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentFilterTest {
    /** The example: opened, high, service payments, labels team=checkout and remediation=rollback. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opened|low|''|''|true",
                "resolved|low|''|''|false",
                "updated, opened|low|''|''|true",
                "opened|high|''|''|true",
                "opened|critical|''|''|false",
                "opened|low|pay*|''|true",
                "opened|low|checkout|''|false",
                "opened|low|''|team=checkout|true",
                "opened|low|''|team=check*, remediation=roll*|true",
                "opened|low|''|team=checkout, tier=gold|false",
                "opened|low|''|team=regex:(check)?out|true",
            })
    void shouldMatchOnEverySetting(String types, String severity, String services, String labels, boolean expected) {
        assertThat(new IncidentFilter(types, severity, services, labels).matches(Incidents.event("d1")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opened,", "closed", "io.weir.incident.opened"})
    void shouldRefuseUnknownTypes(String types) {
        assertThatThrownBy(() -> IncidentFilter.types(types))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("types", "opened, updated, resolved");
    }

    @Test
    void shouldRefuseLabelWithoutPattern() {
        assertThatThrownBy(() -> IncidentFilter.labels("team"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("labels", "'team'", "key=pattern");
    }
}
