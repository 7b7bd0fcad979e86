package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.lineage.DvcCheck.Outcome;
import io.weir.lineage.DvcFile.Out;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DvcFileTest {
    /** md5sum of "1\n". */
    private static final String ONE = "b026324c6904b2a9cb4b88d6d61c81d1";

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() throws IOException {
        Files.createDirectories(folder.resolve("workspace/data"));
        workspace = new Workspace(folder.resolve("workspace"));
    }

    private DvcFile read(String name, String yaml) throws IOException {
        Files.writeString(workspace.resolve(name), yaml);
        return DvcFile.read(workspace, name);
    }

    private static String of(String path, String md5) {
        return "outs:\n- md5: " + md5 + "\n  size: 2\n  hash: md5\n  path: " + path + "\n";
    }

    private DvcCheck check(String yaml) throws IOException {
        return DvcCheck.of(workspace, read("data.dvc", yaml).outs().get(0));
    }

    @Test
    void shouldReadWhatDvcWrites() throws IOException {
        DvcFile file = read("data/train.csv.dvc", """
                # a comment
                md5: 0123456789abcdef0123456789abcdef
                frozen: true
                deps:
                - path: train.csv
                  repo:
                    url: https://example.org/registry
                outs:
                - md5: B026324C6904b2a9cb4b88d6d61c81d1
                  size: 2
                  hash: md5
                  path: train.csv
                meta:
                  owner: me
                """);

        assertThat(file.outs()).containsExactly(new Out("data/train.csv", ONE, 2, -1, true));
        assertThat(file.outs().get(0).version())
                .isEqualTo(new DatasetVersion("file", "data/train.csv", "md5:" + ONE, true));
    }

    @Test
    void shouldTakePathsFromTheWorkingDirectory() throws IOException {
        DvcFile file = read("data/x.dvc", "wdir: ..\nouts:\n- md5: " + ONE + "\n  path: other/x\n");

        assertThat(file.outs().get(0).path()).isEqualTo("other/x");
    }

    @Test
    void shouldVerifyAFile() throws IOException {
        assertThat(check(of("one", ONE)).outcome()).isEqualTo(Outcome.ABSENT);
        Files.writeString(workspace.resolve("one"), "1\n");
        assertThat(check(of("one", ONE)).outcome()).isEqualTo(Outcome.SAME);
        Files.writeString(workspace.resolve("one"), "2\n");
        assertThat(check(of("one", ONE)).outcome()).isEqualTo(Outcome.DIFFERENT);
        Files.writeString(workspace.resolve("one"), "22\n");
        assertThat(check(of("one", ONE)).reason()).contains("has 3 bytes, 2 are tracked");
    }

    /** The listing's MD5 of a folder with the files 1 and 2, as DVC's users publish it. */
    @Test
    void shouldVerifyAFolder() throws IOException {
        String yaml = "outs:\n- md5: f437247ec66d73ba66b0ade0246fcb49.dir\n  path: data\n  nfiles: 2\n";
        Files.writeString(workspace.resolve("data/1"), "1\n");
        Files.writeString(workspace.resolve("data/2"), "2\n");
        assertThat(check(yaml).outcome()).isEqualTo(Outcome.SAME);
        Files.writeString(workspace.resolve("data/3"), "3\n");
        assertThat(check(yaml).outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void shouldTakeUniformLineEndsForWhatOldVersionsTracked() throws IOException {
        Files.writeString(workspace.resolve("one"), "1\r\n");

        assertThat(check("outs:\n- md5: " + ONE + "\n  path: one\n").outcome()).isEqualTo(Outcome.SAME);
        assertThat(check(of("one", ONE).replace("size: 2", "size: 3")).outcome())
                .isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void shouldTellAFolderFromAFile() throws IOException {
        assertThat(check(of("data", ONE)).reason()).contains("is a folder, not a file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outs: []|must be a list of 1",
                "wdir: .|must be a list of 1",
                "[1]|not a YAML mapping",
                "outs: [{path: a}]|outs[0].md5 is missing",
                "outs: [{md5: b026324c6904b2a9cb4b88d6d61c81d1}]|outs[0].path is missing",
                "outs: [{md5: short, path: a}]|must be 32 hexadecimal digits",
                "outs: [{md5: b026324c6904b2a9cb4b88d6d61c81d1, path: ../../secret}]|leads out of the workspace",
                "outs: [{md5: b026324c6904b2a9cb4b88d6d61c81d1, path: /etc/passwd}]|not relative",
                "outs: [{md5: b026324c6904b2a9cb4b88d6d61c81d1, path: a, hash: sha1}]|only md5 is known",
                "outs: [{md5: b026324c6904b2a9cb4b88d6d61c81d1, path: a, size: -1}]|outs[0].size is -1",
                "{outs: [{md5: b026324c6904b2a9cb4b88d6d61c81d1, path: a}], wdir: ../..}|leads out of the workspace",
                "outs: 'a|not valid YAML",
            })
    void shouldRefuseWhatIsWrong(String yaml, String message) {
        assertThatThrownBy(() -> read("bad.dvc", yaml))
                .isInstanceOf(LineageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseAliasesThatGrow() throws IOException {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nouts: [*b,*b]\n";

        assertThatThrownBy(() -> read("bomb.dvc", bomb)).isInstanceOf(LineageException.class);
    }
}
