package io.weir.jenkins.gate;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.gate.GateJson;
import io.weir.gate.GateResult;
import io.weir.gate.data.DataGateJson;
import io.weir.gate.data.DataGateReport;
import io.weir.jenkins.storage.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a build's gates, below {@value #DIRECTORY} in the build's directory, so that they go with the build: a folder
 * each, named by its number, with {@value #GATE}, what it found of data or a model (a {@link Kind}) and {@value #PROFILE}. Files that
 * are missing, damaged or of a newer release are as if they were not there, and logged.
 */
public final class GateFiles {
    /** Folder in the build's directory. */
    public static final String DIRECTORY = "weir-gates";

    /** Largest profile that is kept and sent: what Elasticsearch takes. */
    public static final int MAX_PROFILE = 16 << 20;

    /** What its sketches may inflate to: four times the largest document, as Elasticsearch allows. */
    public static final int MAX_INFLATED = 4 * MAX_PROFILE;

    static final String GATE = "gate.json";
    static final String PROFILE = "profile.json";

    /** More gates than this in one build are not listed. */
    static final int MAX_GATES = 500;

    /** What a report is about, which the name of its file says. */
    public enum Kind {
        /** Of data: {@link DataGateJson}. */
        DATA("data.json"),
        /** Of a model: {@link EvaluationJson}. */
        MODEL("evaluation.json");

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        /** Name of the file. */
        public String file() {
            return file;
        }
    }

    private static final Logger LOGGER = Logger.getLogger(GateFiles.class.getName());

    private final Path directory;

    /** Of the build with that directory. */
    public GateFiles(Path buildDirectory) {
        this.directory = buildDirectory.resolve(DIRECTORY);
    }

    /**
     * Writes what belongs to a gate; the result last, because a gate without one is not there.
     *
     * @param profile as JSON, or null if there is none
     */
    void write(int number, GateResult result, Kind kind, byte[] report, byte @Nullable [] profile) throws IOException {
        Path folder = folder(number);
        if (profile != null) {
            DurableFile.replace(folder.resolve(PROFILE), profile);
        }
        DurableFile.replace(folder.resolve(kind.file()), report);
        write(number, result);
    }

    /** Writes the result only. */
    void write(int number, GateResult result) throws IOException {
        DurableFile.write(folder(number).resolve(GATE), GateJson.write(result));
    }

    /** Numbers of the gates that have a result, ascending. */
    List<Integer> numbers() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("[1-9][0-9]{0,5}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .limit(MAX_GATES)
                    .filter(number -> Files.exists(folder(number).resolve(GATE)))
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "can't list " + directory);
            return List.of();
        }
    }

    /** The results that can be read, by number. */
    List<Numbered> results() {
        List<Numbered> results = new ArrayList<>();
        for (int number : numbers()) {
            GateResult result = result(number);
            if (result != null) {
                results.add(new Numbered(number, result));
            }
        }
        return results;
    }

    /** A gate's number and result. */
    record Numbered(int number, GateResult result) {}

    /** The result, or null if it can't be read. */
    @Nullable
    GateResult result(int number) {
        return read(folder(number).resolve(GATE), GateJson::read);
    }

    /** What a gate for data found, or null if it was none, or that can't be read. */
    @Nullable
    DataGateReport report(int number) {
        return read(folder(number).resolve(Kind.DATA.file()), DataGateJson::read);
    }

    /** What a gate for models found, or null if it was none, or that can't be read. */
    @Nullable
    Evaluation evaluation(int number) {
        return read(folder(number).resolve(Kind.MODEL.file()), EvaluationJson::read);
    }

    /** What a gate for models found, as bytes, unchecked, or null if there is nothing. */
    byte @Nullable [] evaluationBytes(int number) {
        return read(folder(number).resolve(Kind.MODEL.file()), bytes -> bytes);
    }

    /** The profile's bytes, unchecked, or null if there is none. */
    byte @Nullable [] profile(int number) {
        return read(folder(number).resolve(PROFILE), bytes -> bytes);
    }

    private Path folder(int number) {
        return directory.resolve(Integer.toString(number));
    }

    private interface Reader<T> {
        T read(byte[] document);
    }

    private static <T> @Nullable T read(Path file, Reader<T> reader) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_PROFILE) {
                return null;
            }
            return reader.read(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, e, () -> "can't read " + file);
            return null;
        }
    }
}
