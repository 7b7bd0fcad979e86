import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes the notice that goes into a plugin beside the libraries of others. Both plugins' builds run it, as
 * {@code java ThirdPartyNotice.java JARS REPOSITORY TEXTS TARGET}.
 *
 * <p>JARS is a folder with the plugin's jars of others and their POMs, as Maven's dependency plugin copies them; these
 * POMs' parents are in Maven's local REPOSITORY. Name, version and licence come from the POMs; the texts of licences
 * and notices from the jars themselves, since many licences ask for their own copyright lines. A jar without a
 * licence's text gets what TEXTS has under the library's name and, if it is of the Apache licence, the common text. A
 * library without licence or text fails the build, which says what to do. Same jars, same bytes.
 */
final class ThirdPartyNotice {
    private static final Pattern TEXT =
            Pattern.compile("(?i)(META-INF/)?[^/]*(LICEN[SC]E|NOTICE|COPYING)[^/]*(?<!\\.class)");
    private static final String RULE = "-".repeat(100) + "\n";

    private final Path jars;
    private final Path repository;
    private final Path texts;

    private ThirdPartyNotice(Path jars, Path repository, Path texts) {
        this.jars = jars;
        this.repository = repository;
        this.texts = texts;
    }

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[3]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        ThirdPartyNotice notice =
                new ThirdPartyNotice(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        Files.writeString(target, notice.notice());
    }

    private record Library(String name, String version, String group, String licence, String home, Path jar) {
        String title() {
            return name + " " + version;
        }

        String described() throws IOException, GeneralSecurityException {
            return """
                    %s
                        group    %s
                        licence  %s
                        home     %s
                        sha256   %s
                    """
                    .formatted(title(), group, licence, home, sha256(jar));
        }
    }

    private String notice() throws Exception {
        StringBuilder notice = new StringBuilder("Weir itself is licensed under GPL-3.0-or-later, see LICENSE.\n");
        List<Library> libraries = libraries();
        if (libraries.isEmpty()) {
            return notice.append("No library of others is inside this archive.\n").toString();
        }
        notice.append("These libraries of others are inside this archive, each as it was published. ")
                .append("The texts of their\nlicences and notices follow.\n\n");
        Map<String, List<String>> owners = new LinkedHashMap<>();
        for (Library library : libraries) {
            notice.append(library.described()).append('\n');
            texts(library)
                    .forEach((name, text) -> owners.computeIfAbsent(text, any -> new ArrayList<>())
                            .add(name + " of " + library.title()));
        }
        owners.forEach((text, names) -> notice.append(RULE)
                .append(String.join("\n", names))
                .append('\n')
                .append(RULE)
                .append(text)
                .append('\n'));
        return notice.toString();
    }

    private List<Library> libraries() throws Exception {
        List<Library> libraries = new ArrayList<>();
        for (Path jar : files(".jar")) {
            libraries.add(library(jar));
        }
        libraries.sort(Comparator.comparing(Library::title));
        return libraries;
    }

    private Library library(Path jar) throws Exception {
        String file = jar.getFileName().toString();
        Path pom = files(".pom").stream()
                .filter(candidate -> file.startsWith(stem(candidate)))
                .max(Comparator.comparingInt(candidate -> stem(candidate).length()))
                .orElseThrow(() -> new IllegalStateException("there is no POM for " + jar));
        String name = inherited(pom, "artifactId").orElseThrow();
        String version = inherited(pom, "version").orElseThrow();
        String licence = inherited(pom, "licenses").orElseThrow(() -> new IllegalStateException(
                name + " " + version + " names no licence in its POM or a parent's: it may not be bundled"));
        String group = inherited(pom, "groupId").orElseThrow();
        return new Library(name, version, group, licence, inherited(pom, "url").orElse("not given"), jar);
    }

    /** The value of an element of a POM, or of the nearest parent that has it. */
    private Optional<String> inherited(Path pom, String element) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element project = factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        Optional<Element> found = child(project, element);
        if (found.isPresent()) {
            return Optional.of(element.equals("licenses") ? licences(found.get()) : text(found.get()));
        }
        Optional<Element> parent = child(project, "parent");
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        String artifact = text(child(parent.get(), "artifactId").orElseThrow());
        String version = text(child(parent.get(), "version").orElseThrow());
        Path folder = repository.resolve(
                text(child(parent.get(), "groupId").orElseThrow()).replace('.', '/'));
        return inherited(
                folder.resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom"), element);
    }

    private static String licences(Element licenses) {
        return children(licenses)
                .map(licence -> Stream.of("name", "url")
                        .flatMap(part -> child(licence, part).map(ThirdPartyNotice::text).stream())
                        .reduce((name, url) -> name + " (" + url + ")")
                        .orElse("unnamed"))
                .reduce((one, other) -> one + " or " + other)
                .orElse("none");
    }

    /** What the library's jar says about rights, by the name of the entry. */
    private Map<String, String> texts(Library library) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        boolean licensed = false;
        try (ZipFile zip = new ZipFile(library.jar().toFile())) {
            for (ZipEntry entry : zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        found.put(entry.getName().replace("META-INF/", ""), plain(content.readAllBytes()));
                    }
                    licensed |= !entry.getName().contains("NOTICE");
                }
            }
        }
        if (!licensed) {
            found.putAll(kept(library));
        }
        return found;
    }

    /** The texts that are kept here for a library whose jar has none. */
    private Map<String, String> kept(Library library) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        if (library.licence().matches("(?i).*apache.*2.*")) {
            found.put("LICENSE", plain(Files.readAllBytes(texts.resolve("Apache-2.0.txt"))));
        }
        Path own = texts.resolve(library.name() + ".txt");
        if (Files.exists(own)) {
            found.put("LICENSES", plain(Files.readAllBytes(own)));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(library.title() + " (" + library.licence()
                    + ") has no licence text in its jar: put the text, with its copyright lines, into " + own);
        }
        return found;
    }

    private static String plain(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(jars)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static Stream<Element> children(Element parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).filter(child -> child.getTagName().equals(name)).findFirst();
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
