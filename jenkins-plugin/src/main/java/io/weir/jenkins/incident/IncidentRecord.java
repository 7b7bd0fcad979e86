package io.weir.jenkins.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.Incident;
import io.weir.incident.IncidentJson;
import io.weir.incident.Outcome;
import io.weir.jenkins.storage.DurableFile;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The incidents of one build and what it reported, in {@value #FILE} in the build's directory:
 * {@code version, incidents[], reported[]}, version first. Immutable.
 */
final class IncidentRecord {
    static final String FILE = "weir-incidents.json";

    private static final int VERSION = 1;
    private static final int MAX_REPORTED = 10_000;
    private static final int TEXT = 2_000;

    private final List<Incident> incidents;
    private final List<Reported> reported;

    IncidentRecord(List<Incident> incidents, List<Reported> reported) {
        this.incidents = List.copyOf(incidents);
        this.reported = List.copyOf(reported);
    }

    List<Incident> incidents() {
        return incidents;
    }

    List<Reported> reported() {
        return reported;
    }

    IncidentRecord with(Reported more) {
        List<Reported> all = new ArrayList<>(reported);
        all.add(more);
        return new IncidentRecord(incidents, all);
    }

    void write(Path buildDirectory) throws IOException {
        ObjectNode node = StrictJson.object();
        node.put("version", VERSION);
        ArrayNode all = node.putArray("incidents");
        incidents.forEach(one -> all.add(IncidentJson.write(one)));
        ArrayNode lines = node.putArray("reported");
        for (Reported line : reported) {
            lines.addObject()
                    .put("at", line.at().toString())
                    .put("outcome", line.outcome().id())
                    .put("note", line.note());
        }
        DurableFile.write(buildDirectory.resolve(FILE), StrictJson.write(node));
    }

    static IncidentRecord read(Path buildDirectory) throws IOException {
        byte[] document = Files.readAllBytes(buildDirectory.resolve(FILE));
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, FILE), "");
        fields.integer("version", VERSION, VERSION);
        return new IncidentRecord(
                fields.objects("incidents", IncidentAction.MAX_INCIDENTS, IncidentJson::read),
                fields.objects("reported", MAX_REPORTED, IncidentRecord::line));
    }

    private static Reported line(JsonFields fields) {
        return new Reported(
                fields.instant("at"), fields.parsed("outcome", TEXT, Outcome::of), fields.text("note", TEXT));
    }
}
