package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(folder.resolve("data/part"));
        Files.writeString(folder.resolve("data/a.csv"), "x\n1\n");
        Files.writeString(folder.resolve("data/part/b.csv"), "x\n2\n");
        Files.writeString(folder.resolve("data/ä.csv"), "");
        workspace = new Workspace(folder);
    }

    private String root() throws IOException {
        return FileTree.of(workspace, "data").root();
    }

    /** Computed by a Python script from what the class comment says. */
    @Test
    void shouldHaveTheRootThatItsFormSays() throws IOException {
        assertThat(root()).isEqualTo(DATA_ROOT);
        assertThat(FileTree.of(workspace, "data/a.csv").root()).isEqualTo(FILE_ROOT);
    }

    private static final String DATA_ROOT =
            "weir-files-1:735ed9e6c8e638c3a3c505c1cee2f786291f333ab86c29fe4e50f7bfbeb30838";
    private static final String FILE_ROOT =
            "weir-files-1:2a24d5fc21032e5a67b0eb87edd38106dc406e11807694a428b55e6f6d5bd3da";

    @Test
    void shouldChangeWithContentPathAndNumberOfFiles() throws IOException {
        String before = root();
        Files.writeString(folder.resolve("data/a.csv"), "x\n3\n");
        String content = root();
        Files.move(folder.resolve("data/a.csv"), folder.resolve("data/c.csv"));
        String path = root();
        Files.writeString(folder.resolve("data/d.csv"), "");

        assertThat(root()).isNotIn(before, content, path);
        assertThat(path).isNotIn(before, content);
        assertThat(content).isNotEqualTo(before);
    }

    @Test
    void shouldNotDependOnWhereTheFolderLies() throws IOException {
        String before = root();
        Files.move(folder.resolve("data"), folder.resolve("moved"));

        assertThat(FileTree.of(workspace, "moved").root()).isEqualTo(before);
    }

    @Test
    void shouldTellWhatChanged() throws IOException {
        FileTree before = FileTree.of(workspace, "data");
        Files.writeString(folder.resolve("data/a.csv"), "other");
        Files.writeString(folder.resolve("data/new.csv"), "");
        Files.delete(folder.resolve("data/part/b.csv"));

        assertThat(FileTree.of(workspace, "data").changesSince(before))
                .containsOnly(entry("a.csv", "changed"), entry("new.csv", "added"), entry("part/b.csv", "removed"));
    }

    @Test
    void shouldCountBytesAndFiles() throws IOException {
        FileTree tree = FileTree.of(workspace, "");

        assertThat(tree.bytes()).isEqualTo(8);
        assertThat(tree.files())
                .extracting(FileTree.Entry::path)
                .containsExactly("data/a.csv", "data/part/b.csv", "data/ä.csv");
    }

    @Test
    void shouldRefuseWhatIsNotThereOrOutside() throws IOException {
        Files.createSymbolicLink(folder.resolve("data/link"), Path.of("/etc/hostname"));

        assertThatThrownBy(() -> FileTree.of(workspace, "nothing")).hasMessageContaining("neither a file nor a folder");
        assertThatThrownBy(() -> FileTree.of(workspace, "data")).hasMessageContaining("leads out");
    }

    @Test
    void shouldStopWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(this::root).isInstanceOf(InterruptedIOException.class);
        } finally {
            Thread.interrupted();
        }
    }
}
