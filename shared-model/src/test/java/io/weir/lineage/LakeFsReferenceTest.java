package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeFsReferenceTest {
    @Test
    void shouldReadItsParts() throws LineageException {
        LakeFsReference reference = LakeFsReference.parse("lakefs://churn-data/main/train/2026/part-0.parquet");

        assertThat(reference).isEqualTo(new LakeFsReference("churn-data", "main", "train/2026/part-0.parquet"));
        assertThat(reference).hasToString("lakefs://churn-data/main/train/2026/part-0.parquet");
        assertThat(reference.version())
                .isEqualTo(new DatasetVersion("lakefs://churn-data", "train/2026/part-0.parquet", "main", false));
    }

    @Test
    void shouldTakeOnlyACommitAsFixed() throws LineageException {
        assertThat(LakeFsReference.parse("lakefs://repo/" + "0f".repeat(32) + "/a")
                        .isFixed())
                .isTrue();
        assertThat(LakeFsReference.parse("lakefs://repo/main~2").isFixed()).isFalse();
        assertThat(LakeFsReference.parse("lakefs://repo/v1.2/").version().name())
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3://repo/main/a",
                "lakefs://repo",
                "lakefs:///main/a",
                "lakefs://Repo/main/a",
                "lakefs://ab/main/a",
                "lakefs://repo//a",
                "lakefs://repo/ma in/a",
                "lakefs://repo/-x/a",
                "lakefs://repo/main/../a",
                "lakefs://repo/main/a\nb"
            })
    void shouldRefuseWhatIsNone(String text) {
        assertThatThrownBy(() -> LakeFsReference.parse(text))
                .isInstanceOf(LineageException.class)
                .hasMessageContaining("'" + text);
    }
}
