package io.weir.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of other libraries, each file with the script that wrote it. */
public final class Oracles {
    private static final Path FOLDER = Path.of("../test-fixtures/oracles/evaluation");

    private Oracles() {}

    /** The cases of a file. */
    public static List<JsonNode> cases(String file) {
        try {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper()
                    .readTree(FOLDER.resolve(file).toFile())
                    .get("cases")
                    .forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the oracle " + file, e);
        }
    }

    /** An array of numbers, or null. */
    public static double @Nullable [] doubles(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).doubleValue();
        }
        return values;
    }

    /** An array of numbers that must be there. */
    public static double[] numbers(JsonNode node) {
        double[] values = doubles(node);
        if (values == null) {
            throw new IllegalArgumentException("the oracle lacks an array");
        }
        return values;
    }

    /** An array of small whole numbers. */
    public static byte[] bytes(JsonNode node) {
        byte[] values = new byte[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) node.get(i).intValue();
        }
        return values;
    }

    /** An array of whole numbers. */
    public static int[] ints(JsonNode node) {
        int[] values = new int[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).intValue();
        }
        return values;
    }
}
