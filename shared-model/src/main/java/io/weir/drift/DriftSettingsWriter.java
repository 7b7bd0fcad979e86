package io.weir.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.drift.distance.BinRule;
import io.weir.json.StrictJson;
import java.util.List;
import java.util.TreeMap;

/** Writes {@link DriftSettings} in full, as {@link DriftSettingsReader} reads them. */
public final class DriftSettingsWriter {
    private DriftSettingsWriter() {}

    /** The settings as an object; equal settings give equal objects. */
    public static ObjectNode write(DriftSettings settings) {
        ObjectNode node = StrictJson.object();
        ObjectNode checks = node.putObject(DriftSettingsReader.CHECKS);
        write(checks.putArray(DriftSettingsReader.NUMERIC), settings.numeric());
        write(checks.putArray(DriftSettingsReader.CATEGORICAL), settings.categorical());
        if (!settings.byColumn().isEmpty()) {
            ObjectNode columns = node.putObject(DriftSettingsReader.COLUMNS);
            new TreeMap<>(settings.byColumn()).forEach((name, own) -> write(columns.putArray(name), own));
        }
        return node.put(DriftSettingsReader.LEVEL, settings.level())
                .put(DriftSettingsReader.CORRECTION, settings.correction().id())
                .put(DriftSettingsReader.SEED, settings.seed());
    }

    private static void write(ArrayNode array, List<DriftCheck> checks) {
        for (DriftCheck check : checks) {
            ObjectNode node = array.addObject()
                    .put(DriftCheckReader.MEASURE, check.measure().id())
                    .put(DriftCheckReader.LIMIT, check.limit())
                    .put(DriftCheckReader.BINS, check.bins().id());
            if (check.bins() instanceof BinRule.Given given) {
                given.edges().forEach(node.putArray(DriftCheckReader.EDGES)::add);
            }
            node.put(DriftCheckReader.ZEROS, check.zeros().id());
        }
    }
}
