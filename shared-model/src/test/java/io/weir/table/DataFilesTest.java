package io.weir.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {
    @TempDir
    private Path parent;

    private Path root;

    @BeforeEach
    void makeFiles() throws IOException {
        root = Files.createDirectories(parent.resolve("workspace"));
        Files.createDirectories(root.resolve("train/day=1"));
        for (String name :
                List.of("a.csv", "train/b.csv", "train/day=1/c.csv", "train/_SUCCESS", "train/.hidden.csv")) {
            Files.writeString(root.resolve(name), "x\n1\n");
        }
        Files.writeString(parent.resolve("secret.csv"), "x\n1\n");
    }

    @Test
    void shouldFindAFile() throws IOException {
        assertThat(names("./a.csv")).containsExactly("a.csv");
    }

    @Test
    void shouldFindAllFilesOfAFolderButThoseThatAreNoData() throws IOException {
        assertThat(names("train")).containsExactly("train/b.csv", "train/day=1/c.csv");
    }

    @Test
    void shouldFindWhatAGlobMatches() throws IOException {
        assertThat(names("train/*.csv")).containsExactly("train/.hidden.csv", "train/b.csv");
        assertThat(names("**/c.csv")).containsExactly("train/day=1/c.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "train/../../secret.csv", "..", "train/..", "../*.csv"})
    void shouldRefuseToLeaveTheFolder(String pattern) {
        assertThatThrownBy(() -> names(pattern))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("contains '..'; only files below the folder can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "C:/secret.csv", "~/x.csv"})
    void shouldRefuseAbsolutePaths(String pattern) {
        assertThatThrownBy(() -> names(pattern)).hasMessageContaining("is absolute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\b.csv", "a\0.csv"})
    void shouldRefuseWhatIsNoPath(String pattern) {
        assertThatThrownBy(() -> names(pattern)).hasMessageContaining("is not a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.csv", "links", "*.csv", "links/**"})
    void shouldRefuseLinksThatLeadOut(String pattern) throws IOException {
        Files.createSymbolicLink(root.resolve("link.csv"), parent.resolve("secret.csv"));
        Files.createDirectories(root.resolve("links"));
        Files.createSymbolicLink(root.resolve("links/out.csv"), parent.resolve("secret.csv"));
        assertThatThrownBy(() -> names(pattern)).hasMessageContaining("is a link that leads outside of the folder");
    }

    @Test
    void shouldRefuseAFolderThatIsALinkOut() throws IOException {
        Files.createSymbolicLink(root.resolve("out"), parent);
        assertThatThrownBy(() -> names("out/secret.csv")).hasMessageContaining("leads outside of the folder");
        assertThatThrownBy(() -> names("out")).hasMessageContaining("leads outside of the folder");
    }

    @Test
    void shouldSayThatNothingMatches() {
        assertThatThrownBy(() -> names("none/*.csv")).hasMessageContaining("no file matches");
    }

    @Test
    void shouldRefuseMoreFilesThanTheLimit() {
        Limits two = new Limits(100, 100, 100, 100, 2);
        assertThatThrownBy(() -> DataFiles.find(root, "**", two)).hasMessageContaining("more than 2 files match");
    }

    private List<String> names(String pattern) throws IOException {
        return DataFiles.find(root, pattern, Limits.DEFAULT).stream()
                .map(DataFile::name)
                .toList();
    }
}
