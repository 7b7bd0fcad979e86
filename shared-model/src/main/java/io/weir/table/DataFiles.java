package io.weir.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Finds the files that a pattern names inside a folder, and never any outside of it: absolute paths, {@code ..} and
 * symbolic links that lead out are refused.
 */
public final class DataFiles {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");
    private static final int MAX_DEPTH = 32;

    private DataFiles() {}

    /**
     * The files, sorted by name. A pattern is a file ({@code train.csv}), a folder (all files below it whose names don't
     * begin with a dot or an underscore), or a glob ({@code part-*.parquet}, {@code **}{@code /*.csv}).
     *
     * @throws TableException if nothing matches, the pattern leads outside of {@code root}, or more than the limit match
     */
    public static List<DataFile> find(Path root, String pattern, Limits limits) throws IOException {
        Path home = root.toRealPath();
        String clean = checked(pattern);
        List<DataFile> found = new ArrayList<>();
        if (GLOB.matcher(clean).find()) {
            addMatching(home, matcher(clean, pattern), found, limits);
        } else {
            addNamed(home, clean, found, limits);
        }
        if (found.isEmpty()) {
            throw TableException.inFile(pattern, "no file matches in " + root + "; give a file, a folder or a glob");
        }
        return List.copyOf(found);
    }

    private static String checked(String pattern) throws TableException {
        String clean = pattern.replaceFirst("^\\./", "");
        if (clean.isBlank() || clean.indexOf('\0') >= 0 || clean.indexOf('\\') >= 0) {
            throw TableException.inFile(
                    pattern.replace('\0', '?'), "is not a path; write it with '/', relative to the folder");
        }
        if (clean.startsWith("/") || clean.startsWith("~") || clean.matches("^[A-Za-z]:.*")) {
            throw TableException.inFile(pattern, "is absolute; only files below the folder can be read");
        }
        for (String step : clean.split("/", -1)) {
            if (step.equals("..")) {
                throw TableException.inFile(pattern, "contains '..'; only files below the folder can be read");
            }
        }
        return clean;
    }

    private static PathMatcher matcher(String glob, String pattern) throws TableException {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw TableException.inFile(pattern, "is not a glob: " + e.getDescription(), e);
        }
    }

    private static void addNamed(Path home, String name, List<DataFile> found, Limits limits) throws IOException {
        Path path = home.resolve(name).normalize();
        if (Files.isDirectory(path)) {
            confined(home, path);
            boolean all = path.equals(home);
            addMatching(home, file -> (all || home.resolve(file).startsWith(path)) && isVisible(file), found, limits);
        } else if (Files.exists(path)) {
            Path real = confined(home, path);
            if (!Files.isRegularFile(real)) {
                // To open a pipe that nobody writes to would never end.
                throw TableException.inFile(name, "is no regular file; copy what it holds into one");
            }
            found.add(new DataFile(real, name));
        }
    }

    private static boolean isVisible(Path file) {
        for (Path step : file) {
            if (step.toString().startsWith(".") || step.toString().startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    private static void addMatching(Path home, PathMatcher matcher, List<DataFile> found, Limits limits)
            throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(home, MAX_DEPTH)) {
            all = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> matcher.matches(home.relativize(path)))
                    .limit(limits.maxFiles() + 1L)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (all.size() > limits.maxFiles()) {
            throw TableException.inFile(home.toString(), "more than " + limits.maxFiles() + " files match; name fewer");
        }
        for (Path path : all) {
            Path real = confined(home, path);
            if (Files.isRegularFile(real)) {
                found.add(new DataFile(real, home.relativize(path).toString().replace('\\', '/')));
            }
        }
    }

    private static Path confined(Path home, Path path) throws IOException {
        Path real = path.toRealPath();
        if (!real.startsWith(home)) {
            throw TableException.inFile(
                    home.relativize(path).toString(), "is a link that leads outside of the folder; copy the file in");
        }
        return real;
    }
}
