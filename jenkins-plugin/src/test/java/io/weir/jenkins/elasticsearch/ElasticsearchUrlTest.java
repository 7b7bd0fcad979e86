package io.weir.jenkins.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://es.example.org:9200/,https://es.example.org:9200",
        "' http://127.0.0.1:9200 ',http://127.0.0.1:9200",
        "https://es.example.org/path/,https://es.example.org/path",
        "'',''",
    })
    void shouldTakeHttpAddresses(String text, String expected) {
        assertThat(ElasticsearchUrl.normalised(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://es",
                "es.example.org:9200",
                "https://",
                "https://es?x=1",
                "https://es#x",
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]:9200",
                "http://metadata.google.internal",
                "https://es example",
            })
    void shouldRefuseOthersAndSayWhy(String text) {
        assertThatThrownBy(() -> ElasticsearchUrl.normalised(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elasticsearchUrl is '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:secret@es.example.org"})
    void shouldNotRepeatPasswordInItsMessage(String text) {
        assertThatThrownBy(() -> ElasticsearchUrl.normalised(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose credentials")
                .hasMessageNotContaining("secret");
    }
}
