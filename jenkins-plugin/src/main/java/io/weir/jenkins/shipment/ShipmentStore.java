package io.weir.jenkins.shipment;

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

/** Shipments on disk, two files each: {@code <id>.json} and {@code <id>.body}, the body first. */
final class ShipmentStore {
    private static final Logger LOGGER = Logger.getLogger(ShipmentStore.class.getName());
    private static final String SUFFIX = ".json";

    private final Path directory;

    ShipmentStore(Path directory) {
        this.directory = directory;
    }

    void put(Shipment shipment, byte[] body) throws IOException {
        DurableFile.write(body(shipment), body);
        put(shipment);
    }

    void put(Shipment shipment) throws IOException {
        DurableFile.write(directory.resolve(shipment.id() + SUFFIX), shipment.write());
    }

    byte[] read(Shipment shipment) throws IOException {
        return Files.readAllBytes(body(shipment));
    }

    void remove(Shipment shipment) throws IOException {
        Files.deleteIfExists(directory.resolve(shipment.id() + SUFFIX));
        Files.deleteIfExists(body(shipment));
    }

    /** All of them, oldest first; one that can't be read is deleted and logged. */
    List<Shipment> all() throws IOException {
        List<Shipment> all = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                try {
                    all.add(Shipment.read(Files.readAllBytes(file)));
                } catch (IllegalArgumentException e) {
                    LOGGER.log(Level.SEVERE, e, () -> file + " can't be read and is forgotten");
                    Files.deleteIfExists(file);
                }
            }
        }
        all.sort(Comparator.comparing(Shipment::createdAt));
        return all;
    }

    private Path body(Shipment shipment) {
        return directory.resolve(shipment.id() + ".body");
    }
}
