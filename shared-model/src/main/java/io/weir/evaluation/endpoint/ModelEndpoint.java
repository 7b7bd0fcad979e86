package io.weir.evaluation.endpoint;

import io.weir.evaluation.endpoint.EndpointException.Place;
import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.Model;
import io.weir.evaluation.trial.ColumnKind;
import io.weir.evaluation.trial.ColumnSurvey;
import io.weir.evaluation.trial.PredictedColumns;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model that is served over HTTP and ready.
 *
 * <p>Its predictions stand beside a table's columns: {@link #predict} gives what {@link io.weir.evaluation.trial.ModelTrial} takes.
 * Memory: the requests under way, and 8 bytes a row for each column of predictions. Every wait has an end, and an interrupted
 * thread stops at once.
 */
public final class ModelEndpoint implements AutoCloseable {
    private final EndpointSettings settings;
    private final Transport transport;
    private final Meter meter = new Meter();
    private final Calls calls;
    private Protocol protocol;

    private ModelEndpoint(EndpointSettings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
        this.calls = new Calls(transport, settings.limits(), meter);
        this.protocol = settings.protocol() == InferenceProtocol.V2
                ? new OpenInference(settings, List.of())
                : new MlflowInvocations(settings);
    }

    /**
     * Waits until the model is ready, and asks what it takes, if it can say.
     *
     * @param policy which addresses may be talked to
     * @param token bearer token, never shown; null for none
     * @throws EndpointException if it does not become ready, or takes other inputs
     * @throws InterruptedIOException if the thread is interrupted
     */
    public static ModelEndpoint connect(EndpointSettings settings, AddressPolicy policy, @Nullable String token)
            throws IOException {
        return connect(settings, new HttpTransport(policy, settings.limits(), token));
    }

    /** The same over another transport, which is closed with the endpoint. */
    public static ModelEndpoint connect(EndpointSettings settings, Transport transport) throws IOException {
        ModelEndpoint endpoint = new ModelEndpoint(settings, transport);
        boolean ready = false;
        try {
            endpoint.greet();
            ready = true;
            return endpoint;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("waiting for " + settings.url() + " was stopped").initCause(e);
        } finally {
            if (!ready) {
                endpoint.close();
            }
        }
    }

    private void greet() throws IOException, InterruptedException {
        if (settings.limits().ready().isZero()) {
            return;
        }
        for (String path : protocol.readyPaths()) {
            calls.awaitReady(Place.of(uri(path)));
        }
        if (protocol instanceof OpenInference nameless) {
            Place place = Place.of(uri(nameless.metadataPath()));
            try {
                OpenInference informed = new OpenInference(settings, TensorSpec.inputs(calls.get(place)));
                informed.check();
                protocol = informed;
            } catch (WrongAnswerException e) {
                throw new EndpointException(place, "the model " + e.getMessage(), e);
            }
        }
    }

    private URI uri(String path) {
        return URI.create(settings.url() + path);
    }

    /**
     * Asks for predictions of a table's rows. The table is read once, and once more before if neither model nor settings say the
     * features' types.
     *
     * @param root folder that all files are in
     * @param table a file, a folder or a glob below the root
     * @param maxRows more are refused
     * @throws io.weir.table.TableException if the table can't be read or a value not be sent, naming the place
     * @throws EndpointException if the model does not answer as it should, naming url, batch and rows
     * @throws InterruptedIOException at once if the thread is interrupted
     */
    public PredictedColumns predict(Path root, String table, TableOptions options, int maxRows) throws IOException {
        Map<String, Datatype> types = types(root, table, options);
        long start = System.nanoTime();
        try (Table rows = Tables.open(root, table, options)) {
            TableRows source = new TableRows(table, rows, settings.features(), maxRows);
            return scoring(rows::columns).run(source, room(types));
        } finally {
            meter.worked(System.nanoTime() - start);
        }
    }

    /**
     * The served model as one that can be called again and again with changed features.
     *
     * @param features that it is called with, in any order; those of the settings must be among them
     * @param column of the answer that holds the scores
     * @return a model that throws {@link UncheckedIOException} where {@link #predict} throws an exception
     */
    public Model model(List<Feature> features, String column) {
        int[] places = settings.features().stream()
                .mapToInt(name -> place(name, features))
                .toArray();
        Map<String, Datatype> types = new HashMap<>();
        features.forEach(feature -> types.put(feature.name(), type(feature)));
        types.putAll(protocol.types());
        types.putAll(settings.types());
        return rows -> {
            Iterator<double[]> left = Arrays.asList(rows).iterator();
            Scoring.Source source = room -> {
                while (left.hasNext() && !room.isFull()) {
                    room.add(left.next(), features, places);
                }
                return room.rows() > 0;
            };
            return scores(source, types, column);
        };
    }

    private double[] scores(Scoring.Source source, Map<String, Datatype> types, String column) {
        long start = System.nanoTime();
        try {
            PredictedColumns predicted = scoring(List::of).run(source, room(types));
            double[] scores = predicted.numbers().get(column);
            if (scores == null) {
                throw new EndpointException(
                        Place.of(uri(protocol.path())),
                        "the answer has no numbers '" + column + "', only the numbers "
                                + predicted.numbers().keySet() + " and the texts "
                                + predicted.texts().keySet() + "; name a score of the model by outputs",
                        null);
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            meter.worked(System.nanoTime() - start);
        }
    }

    private static int place(String name, List<Feature> features) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the model is sent the feature '" + name + "', which is not among "
                + features.stream().map(Feature::name).toList());
    }

    private FeatureRows room(Map<String, Datatype> types) {
        return new FeatureRows(
                settings.features(),
                types,
                settings.missing(),
                settings.limits().batch());
    }

    private Scoring scoring(Supplier<List<String>> taken) {
        return new Scoring(
                calls, protocol, uri(protocol.path()), settings.limits().concurrency(), taken);
    }

    /** What the settings say counts before what the model says, and both before what the data looks like. */
    private Map<String, Datatype> types(Path root, String table, TableOptions options) throws IOException {
        Map<String, Datatype> types = new HashMap<>(protocol.types());
        types.putAll(settings.types());
        List<String> unknown = settings.features().stream()
                .filter(feature -> !types.containsKey(feature))
                .toList();
        if (!unknown.isEmpty()) {
            ColumnSurvey survey =
                    ColumnSurvey.of(table, () -> Tables.open(root, table, options), PredictedColumns.NONE, unknown);
            unknown.forEach(feature -> types.put(feature, type(survey.of(feature))));
        }
        return types;
    }

    private static Datatype type(ColumnKind kind) {
        return kind.isNumeric() || kind.values().isEmpty()
                ? ofNumbers(kind.isWhole())
                : ofTexts(kind.hasMany() ? List.of() : kind.values());
    }

    private static Datatype type(Feature feature) {
        return feature.isNumber() ? ofNumbers(feature.whole()) : ofTexts(feature.categories());
    }

    private static Datatype ofNumbers(boolean whole) {
        return whole ? Datatype.INT64 : Datatype.FP64;
    }

    /** Texts are truth values if nothing else is known to occur. */
    private static Datatype ofTexts(List<String> values) {
        boolean flags = !values.isEmpty()
                && values.stream().allMatch(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return flags ? Datatype.BOOL : Datatype.BYTES;
    }

    /** How it answered so far. */
    public EndpointStatistics statistics() {
        return meter.statistics();
    }

    @Override
    public void close() {
        transport.close();
    }
}
