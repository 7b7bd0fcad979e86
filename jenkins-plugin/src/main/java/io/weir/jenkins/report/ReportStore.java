package io.weir.jenkins.report;

import io.weir.jenkins.storage.DurableFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reports on disk: {@code open/} are to be sent, {@code parked/} were given up and wait for a person. */
final class ReportStore {
    private static final Logger LOGGER = Logger.getLogger(ReportStore.class.getName());
    private static final String SUFFIX = ".json";

    private final Path open;
    private final Path parked;

    ReportStore(Path directory) {
        this.open = directory.resolve("open");
        this.parked = directory.resolve("parked");
    }

    void put(Report report) throws IOException {
        DurableFile.write(file(open, report), report.write());
    }

    void remove(Report report) throws IOException {
        Files.deleteIfExists(file(open, report));
    }

    void park(Report report) throws IOException {
        DurableFile.write(file(parked, report), report.write());
        remove(report);
    }

    /** Those to be sent, oldest first. One that can't be read is parked as it is, and logged. */
    List<Report> open() throws IOException {
        List<Report> all = new ArrayList<>();
        if (!Files.isDirectory(open)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(open, "*" + SUFFIX)) {
            for (Path file : files) {
                try {
                    all.add(Report.read(Files.readAllBytes(file)));
                } catch (IllegalArgumentException e) {
                    LOGGER.log(Level.SEVERE, e, () -> file + " can't be read; moved to " + parked);
                    DurableFile.move(file, parked.resolve(file.getFileName()));
                }
            }
        }
        all.sort(Comparator.comparing(Report::createdAt));
        return all;
    }

    private static Path file(Path directory, Report report) {
        return directory.resolve(report.id() + SUFFIX);
    }
}
