package io.weir.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.Extension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both build files make the same plugin. Skipped where the other one has not been run. */
class PackagesIT {
    private static final Path ORDINARY = Path.of("target", "jenkins", "target", "weir.hpi");
    /** The indexer of Maven Central writes below META-INF, newer ones below META-INF/services; Jenkins reads both. */
    private static final Pattern SYMBOLS = Pattern.compile("META-INF/(services/)?annotations/org.jenkinsci.Symbol");

    private static final Pattern INITIALIZERS =
            Pattern.compile("META-INF/(services/)?annotations/hudson.init.Initializer");

    private static final Path REGISTRY = Path.of("target", "weir.hpi");

    @BeforeEach
    void needsBoth() {
        assumeTrue(Files.exists(REGISTRY), "build pom-registry.xml first: there is no " + REGISTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short-Name",
                "Long-Name",
                "Group-Id",
                "Artifact-Id",
                "Jenkins-Version",
                "Hudson-Version",
                "Minimum-Java-Version",
                "Plugin-License-Name",
                "Plugin-License-Url"
            })
    void shouldAgreeInManifest(String name) throws IOException {
        assertThat(manifest(REGISTRY).getValue(name))
                .isNotNull()
                .isEqualTo(manifest(ORDINARY).getValue(name));
    }

    @Test
    void shouldDependOnTheSamePluginsInTheSameVersions() throws IOException {
        assertThat(list(manifest(REGISTRY))).isEqualTo(list(manifest(ORDINARY)));
    }

    @Test
    void shouldBeOfTheSameVersion() throws IOException {
        String snapshot = manifest(ORDINARY).getValue("Plugin-Version").replaceFirst(" \\(private.*", "");

        assertThat(manifest(REGISTRY).getValue("Plugin-Version")).isEqualTo(snapshot);
    }

    @Test
    void shouldRegisterTheSameExtensions() throws Exception {
        assertThat(extensions(REGISTRY)).hasSizeGreaterThan(15).isEqualTo(extensions(ORDINARY));
    }

    @Test
    void shouldIndexTheSameSymbols() throws IOException {
        assertThat(lines(REGISTRY, SYMBOLS)).isNotEmpty().isEqualTo(lines(ORDINARY, SYMBOLS));
    }

    @Test
    void shouldIndexTheSameInitializers() throws IOException {
        assertThat(lines(REGISTRY, INITIALIZERS)).isNotEmpty().isEqualTo(lines(ORDINARY, INITIALIZERS));
    }

    @Test
    void shouldHoldTheSameClassesPagesAndFormMetadata() throws IOException {
        assertThat(names(REGISTRY)).contains("index.jelly").isEqualTo(names(ORDINARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/LICENSE", "META-INF/THIRD-PARTY.txt"})
    void shouldCarryTheSameLicences(String text) throws IOException {
        assertThat(entry(REGISTRY, text)).isNotEmpty().isEqualTo(entry(ORDINARY, text));
    }

    private static Attributes manifest(Path hpi) throws IOException {
        try (JarFile file = new JarFile(hpi.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    private static Set<String> list(Attributes manifest) {
        return new TreeSet<>(Arrays.asList(manifest.getValue("Plugin-Dependencies").split(",")));
    }

    private static Set<String> extensions(Path hpi) throws Exception {
        Path jar = Files.createTempFile("weir", ".jar");
        Files.write(jar, plugin(hpi));
        Set<String> found = new TreeSet<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
                found.add(item.className());
            }
        }
        return found;
    }

    private static Set<String> lines(Path hpi, Pattern entry) throws IOException {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(plugin(hpi)))) {
            for (JarEntry next = jar.getNextJarEntry(); next != null; next = jar.getNextJarEntry()) {
                if (entry.matcher(next.getName()).matches()) {
                    return new TreeSet<>(new String(jar.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
                }
            }
        }
        return Set.of();
    }

    /** What is in the plugin's jar, but for the indices, which are compared decoded, and notes of the build. */
    private static Set<String> names(Path hpi) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(plugin(hpi)))) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest.getMainAttributes().getValue("Short-Name")).isEqualTo("weir");
            for (JarEntry next = jar.getNextJarEntry(); next != null; next = jar.getNextJarEntry()) {
                String name = next.getName();
                if (!next.isDirectory() && !name.startsWith("META-INF/") && !name.endsWith(".javadoc")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static byte[] plugin(Path hpi) throws IOException {
        return entry(hpi, "WEB-INF/lib/weir.jar");
    }

    private static byte[] entry(Path hpi, String name) throws IOException {
        try (JarFile file = new JarFile(hpi.toFile())) {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        }
    }
}
