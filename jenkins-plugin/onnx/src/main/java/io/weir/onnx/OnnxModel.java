package io.weir.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A loaded model; safe for use by several threads. */
final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private OnnxModel(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            this.session = environment.createSession(file.toString(), options);
        }
    }

    /**
     * Loads a model.
     *
     * @throws OrtException if the file is none, or needs what this runtime does not have
     */
    static OnnxModel load(Path file) throws OrtException {
        return new OnnxModel(file);
    }

    /** What the model takes and gives, in the protocol's form. */
    ObjectNode metadata(String name) throws OrtException {
        ObjectNode metadata = StrictJson.object().put("name", name).put("platform", "onnxruntime_onnx");
        describe(metadata.putArray("inputs"), session.getInputInfo());
        describe(metadata.putArray("outputs"), session.getOutputInfo());
        return metadata;
    }

    /** What is no tensor, as lists of probabilities by class, has no type there; as an answer it becomes one. */
    private static void describe(ArrayNode into, Map<String, NodeInfo> nodes) {
        nodes.forEach((name, node) -> {
            ObjectNode one = into.addObject().put("name", name);
            ValueInfo info = node.getInfo();
            one.put("datatype", info instanceof TensorInfo tensor ? Tensors.datatype(tensor.type) : "FP32");
            ArrayNode shape = one.putArray("shape");
            if (info instanceof TensorInfo tensor) {
                for (long size : tensor.getShape()) {
                    shape.add(size);
                }
            } else {
                shape.add(-1).add(-1);
            }
        });
    }

    /**
     * Runs the model.
     *
     * @param request the protocol's
     * @throws IllegalArgumentException naming the input or output that is not as it must be
     * @throws OrtException if the model refuses it
     */
    ObjectNode infer(ObjectNode request, String name) throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (JsonNode tensor : request.path("inputs")) {
                String input = tensor.path("name").asText();
                NodeInfo known = session.getInputInfo().get(input);
                if (known == null || !(known.getInfo() instanceof TensorInfo info)) {
                    throw new IllegalArgumentException("the model has no input '" + input
                            + "' that is a tensor; it has " + session.getInputNames());
                }
                OnnxTensor before = inputs.put(input, Tensors.read(environment, tensor, info));
                if (before != null) {
                    before.close();
                    throw new IllegalArgumentException("the input '" + input + "' is given twice");
                }
            }
            Set<String> wanted = wanted(request);
            try (OrtSession.Result result = session.run(inputs, wanted)) {
                ObjectNode answer = StrictJson.object().put("model_name", name);
                ArrayNode outputs = answer.putArray("outputs");
                for (Map.Entry<String, OnnxValue> output : result) {
                    Tensors.write(outputs.addObject().put("name", output.getKey()), output.getValue());
                }
                return answer;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private Set<String> wanted(ObjectNode request) {
        Set<String> wanted = new LinkedHashSet<>();
        for (JsonNode output : request.path("outputs")) {
            String name = output.path("name").asText();
            if (!session.getOutputNames().contains(name)) {
                throw new IllegalArgumentException(
                        "the model has no output '" + name + "'; it has " + session.getOutputNames());
            }
            wanted.add(name);
        }
        return wanted.isEmpty() ? session.getOutputNames() : wanted;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
