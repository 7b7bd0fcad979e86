package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir
    Path outside;

    private Path root;
    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() throws IOException {
        Files.createDirectories(outside.resolve("workspace/data"));
        root = outside.resolve("workspace");
        Files.writeString(outside.resolve("secret"), "s");
        workspace = new Workspace(root);
    }

    @Test
    void shouldFindWhatIsInside() throws IOException {
        assertThat(workspace.resolve("data/not-yet.csv"))
                .isEqualTo(workspace.root().resolve("data/not-yet.csv"));
        assertThat(workspace.resolve("data", "../other"))
                .isEqualTo(workspace.root().resolve("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "data/../../secret",
                "/etc/passwd",
                "C:/secret",
                "data\\..\\..\\secret",
                "a\0b",
                "data/../../workspace2"
            })
    void shouldRefuseWhatIsOutside(String path) {
        assertThatThrownBy(() -> workspace.resolve(path))
                .isInstanceOf(LineageException.class)
                .hasMessageContaining("workspace");
    }

    @Test
    void shouldRefuseLinksThatLeadOut() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("dangling"), outside.resolve("nothing"));

        assertThatThrownBy(() -> workspace.resolve("link/secret")).hasMessageContaining("leads out");
        assertThatThrownBy(() -> workspace.resolve("link/not-yet")).hasMessageContaining("leads out");
        assertThatThrownBy(() -> workspace.resolve("file")).hasMessageContaining("leads out");
        assertThatThrownBy(() -> workspace.resolve("dangling")).hasMessageContaining("to nowhere");
    }

    @Test
    void shouldFollowLinksInside() throws IOException {
        Files.writeString(root.resolve("data/a.csv"), "a");
        Files.createSymbolicLink(root.resolve("latest"), root.resolve("data"));

        assertThat(Files.readString(workspace.resolve("latest/a.csv"))).isEqualTo("a");
    }
}
