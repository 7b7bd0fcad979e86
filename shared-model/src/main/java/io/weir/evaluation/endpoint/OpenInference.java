package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The Open Inference Protocol, version 2, over HTTP with JSON: https://github.com/kserve/open-inference-protocol.
 *
 * <p>Features are sent as one tensor with a column for each, or as a tensor for each, by what the model's metadata says; without
 * metadata as one tensor {@value #DEFAULT_INPUT} if all are numbers, else as one for each.
 */
final class OpenInference implements Protocol {
    /** Servers of models that state no inputs take any name; this one is the custom. */
    static final String DEFAULT_INPUT = "input-0";

    private final EndpointSettings settings;
    private final List<TensorSpec> inputs;

    /**
     * Of a model.
     *
     * @param inputs that its metadata states, or none
     */
    OpenInference(EndpointSettings settings, List<TensorSpec> inputs) {
        this.settings = settings;
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public List<String> readyPaths() {
        return List.of("/v2/health/ready", metadataPath() + "/ready");
    }

    /** Path of the model's metadata. */
    String metadataPath() {
        String version = settings.version() == null ? "" : "/versions/" + escaped(settings.version());
        return "/v2/models/" + escaped(String.valueOf(settings.model())) + version;
    }

    private static String escaped(String step) {
        return URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String path() {
        return metadataPath() + "/infer";
    }

    /**
     * Holds the features against the inputs that the model states.
     *
     * @throws WrongAnswerException if they can't be sent as those
     */
    void check() throws WrongAnswerException {
        if (inputs.isEmpty() || single() != null) {
            return;
        }
        Set<String> lacking = new LinkedHashSet<>();
        inputs.forEach(input -> lacking.add(input.name()));
        settings.features().forEach(lacking::remove);
        if (!lacking.isEmpty() || !settings.features().stream().allMatch(this::isInput)) {
            throw new WrongAnswerException("takes the inputs " + inputs + ", which the features " + settings.features()
                    + " are not; name them as the inputs, or give input, the tensor that holds all of them");
        }
    }

    private boolean isInput(String feature) {
        return inputs.stream().anyMatch(input -> input.name().equals(feature) && input.isColumn());
    }

    /** The tensor that holds all features, or null if each has its own. */
    private @Nullable TensorSpec single() {
        String named = settings.input();
        int features = settings.features().size();
        Predicate<TensorSpec> meant = named == null
                ? input -> inputs.size() == 1
                        && input.holds(features)
                        && !isInput(settings.features().getFirst())
                : input -> input.name().equals(named);
        return inputs.stream().filter(meant).findFirst().orElse(null);
    }

    @Override
    public Map<String, Datatype> types() {
        Map<String, Datatype> types = new HashMap<>();
        TensorSpec all = single();
        if (all != null) {
            settings.features().forEach(feature -> types.put(feature, all.type()));
        } else {
            inputs.forEach(input -> types.put(input.name(), input.type()));
        }
        return types;
    }

    @Override
    public byte[] request(FeatureRows rows) {
        ObjectNode request = StrictJson.object();
        ArrayNode tensors = request.putArray("inputs");
        TensorSpec all = single();
        if (all != null || isMatrix(rows)) {
            addMatrix(tensors.addObject(), rows, all);
        } else {
            for (FeatureColumn column : rows.columns()) {
                addColumn(tensors.addObject(), rows, column);
            }
        }
        Set<String> asked = new LinkedHashSet<>();
        settings.outputs().values().forEach(output -> asked.add(output.replaceFirst("\\[\\d+]$", "")));
        if (!asked.isEmpty()) {
            ArrayNode outputs = request.putArray("outputs");
            asked.forEach(output -> outputs.addObject().put("name", output));
        }
        return StrictJson.write(request);
    }

    private boolean isMatrix(FeatureRows rows) {
        return settings.input() != null
                || inputs.isEmpty()
                        && rows.columns().stream()
                                .noneMatch(column -> column.type().isText());
    }

    private void addMatrix(ObjectNode tensor, FeatureRows rows, @Nullable TensorSpec all) {
        Set<Datatype> types = new HashSet<>();
        rows.columns().forEach(column -> types.add(column.type()));
        Datatype type = types.size() == 1
                ? types.iterator().next()
                : types.contains(Datatype.BYTES) ? Datatype.BYTES : Datatype.FP64;
        String name = settings.input() == null ? DEFAULT_INPUT : settings.input();
        int features = rows.columns().size();
        tensor.put("name", all == null ? name : all.name());
        addShape(tensor, all == null ? List.of((long) rows.rows(), (long) features) : all.of(rows.rows(), features));
        tensor.put("datatype", type.name());
        ArrayNode data = tensor.putArray("data");
        for (int row = 0; row < rows.rows(); row++) {
            for (FeatureColumn column : rows.columns()) {
                column.addTo(data, row);
            }
        }
    }

    private void addColumn(ObjectNode tensor, FeatureRows rows, FeatureColumn column) {
        List<Long> shape = inputs.stream()
                .filter(input -> input.name().equals(column.name()))
                .findFirst()
                .map(input -> input.of(rows.rows(), 1))
                .orElse(List.of((long) rows.rows(), 1L));
        tensor.put("name", column.name());
        addShape(tensor, shape);
        tensor.put("datatype", column.type().name());
        ArrayNode data = tensor.putArray("data");
        for (int row = 0; row < rows.rows(); row++) {
            column.addTo(data, row);
        }
    }

    private static void addShape(ObjectNode tensor, List<Long> shape) {
        ArrayNode sizes = tensor.putArray("shape");
        shape.forEach(sizes::add);
    }

    @Override
    public Outputs outputs(byte[] answer, int rows) throws WrongAnswerException {
        ObjectNode document = Answers.object(answer);
        JsonNode model = document.path("model_name");
        if (model.isTextual() && !model.textValue().equals(settings.model())) {
            throw new WrongAnswerException("is of the model " + Answers.shown(model) + ", asked was '"
                    + settings.model() + "'; correct the url or the model");
        }
        JsonNode tensors = document.path("outputs");
        if (!tensors.isArray() || tensors.isEmpty()) {
            throw new WrongAnswerException("has no list 'outputs', only the fields "
                    + new ArrayList<>(document.properties().stream()
                            .map(Map.Entry::getKey)
                            .toList()));
        }
        Outputs outputs = new Outputs();
        for (JsonNode tensor : tensors) {
            new OutputTensor(tensor, rows).addTo(outputs);
        }
        return outputs.renamed(settings.outputs());
    }
}
