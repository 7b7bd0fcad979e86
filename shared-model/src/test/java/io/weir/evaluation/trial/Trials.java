package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Predictions in files, and their trials. */
final class Trials {
    private Trials() {}

    static Evaluation run(Path root, String file, Map<String, ?> settings) throws IOException {
        return new ModelTrial(root, TableOptions.DEFAULT, TrialSettingsReader.read(settings, "testModel")).run(file);
    }

    /** A file of a header and rows, each made from a random generator and its number. */
    static void write(Path file, String header, int rows, BiFunction<Random, Integer, String> row) throws IOException {
        Random random = new Random(20261101);
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(row.apply(random, i)).append('\n');
        }
        Files.writeString(file, text);
    }

    /** Churn: label, score, an older score, a country, an age, an id; the model is worse in AT. */
    static void churn(Path file, int rows) throws IOException {
        write(file, "id,y,p,old,country,age", rows, (random, i) -> {
            int label = random.nextInt(10) < 3 ? 1 : 0;
            String country = random.nextInt(5) == 0 ? "AT" : "DE";
            double noise = country.equals("AT") ? 0.5 : 0.15;
            double signal = 0.3 + 0.4 * label;
            return i + "," + label + "," + clamp(signal + noise * random.nextGaussian()) + ","
                    + clamp(signal + 0.4 * random.nextGaussian()) + "," + country + "," + (18 + random.nextInt(60));
        });
    }

    static double clamp(double value) {
        return Math.clamp(value, 0.0, 1.0);
    }
}
