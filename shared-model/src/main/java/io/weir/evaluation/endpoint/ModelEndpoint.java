package io.weir.evaluation.endpoint;

import io.weir.evaluation.endpoint.EndpointException.Place;
import io.weir.evaluation.trial.ColumnKind;
import io.weir.evaluation.trial.ColumnSurvey;
import io.weir.evaluation.trial.PredictedColumns;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        if (kind.isNumeric()) {
            return kind.isWhole() ? Datatype.INT64 : Datatype.FP64;
        }
        List<String> values = kind.values();
        if (values.isEmpty()) {
            return Datatype.FP64;
        }
        return !kind.hasMany() && Set.of("true", "false").containsAll(values) ? Datatype.BOOL : Datatype.BYTES;
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
