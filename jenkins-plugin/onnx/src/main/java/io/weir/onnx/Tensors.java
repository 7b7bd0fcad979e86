package io.weir.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tensors of the protocol as the runtime's, and back. */
final class Tensors {
    private Tensors() {}

    /** The protocol's name of a type. */
    static String datatype(OnnxJavaType type) {
        return switch (type) {
            case FLOAT, FLOAT16, BFLOAT16 -> "FP32";
            case DOUBLE -> "FP64";
            case INT8 -> "INT8";
            case INT16 -> "INT16";
            case INT32 -> "INT32";
            case INT64 -> "INT64";
            case UINT8 -> "UINT8";
            case BOOL -> "BOOL";
            case STRING -> "BYTES";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    /**
     * Reads a tensor as the model takes it, whatever type of number it was sent as.
     *
     * @throws IllegalArgumentException if it is not what its shape says, or not of the input's kind
     */
    static OnnxTensor read(OrtEnvironment environment, JsonNode tensor, TensorInfo input) throws OrtException {
        String name = tensor.path("name").asText();
        List<JsonNode> data = new ArrayList<>();
        flatten(tensor.path("data"), data);
        long[] shape = shape(tensor.path("shape"), data.size(), name);
        boolean text = input.type == OnnxJavaType.STRING;
        for (JsonNode value : data) {
            boolean right = text ? value.isTextual() : value.isNumber() || value.isBoolean();
            if (!right) {
                throw new IllegalArgumentException("the input '" + name + "' has the value " + value + ", must be "
                        + (text ? "text" : "a number"));
            }
        }
        return create(environment, input.type, data, shape, name);
    }

    private static void flatten(JsonNode values, List<JsonNode> into) {
        for (JsonNode value : values) {
            if (value.isArray()) {
                flatten(value, into);
            } else {
                into.add(value);
            }
        }
    }

    private static long[] shape(JsonNode sizes, int values, String name) {
        long[] shape = new long[sizes.size()];
        double product = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sizes.get(i).asLong(-1);
            product *= shape[i] < 0 ? Double.NaN : shape[i];
        }
        if (product != values) {
            throw new IllegalArgumentException(
                    "the input '" + name + "' has the shape " + sizes + ", but " + values + " values");
        }
        return shape;
    }

    private static OnnxTensor create(
            OrtEnvironment environment, OnnxJavaType type, List<JsonNode> data, long[] shape, String name)
            throws OrtException {
        int count = data.size();
        return switch (type) {
            case FLOAT -> {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (float) number(data.get(i));
                }
                yield OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
            }
            case DOUBLE ->
                OnnxTensor.createTensor(
                        environment,
                        DoubleBuffer.wrap(
                                data.stream().mapToDouble(Tensors::number).toArray()),
                        shape);
            case INT64 -> OnnxTensor.createTensor(environment, LongBuffer.wrap(wholes(data, Long.SIZE, name)), shape);
            case INT32 -> {
                IntBuffer values = IntBuffer.allocate(count);
                for (long each : wholes(data, Integer.SIZE, name)) {
                    values.put((int) each);
                }
                yield OnnxTensor.createTensor(environment, values.flip(), shape);
            }
            case INT16 -> {
                ShortBuffer values = ShortBuffer.allocate(count);
                for (long each : wholes(data, Short.SIZE, name)) {
                    values.put((short) each);
                }
                yield OnnxTensor.createTensor(environment, values.flip(), shape);
            }
            case INT8, UINT8, BOOL -> {
                ByteBuffer values = ByteBuffer.allocateDirect(count);
                for (long each : wholes(data, type == OnnxJavaType.INT8 ? Byte.SIZE : Byte.SIZE + 1, name)) {
                    values.put((byte) each);
                }
                yield OnnxTensor.createTensor(environment, values.flip(), shape, type);
            }
            case STRING ->
                OnnxTensor.createTensor(
                        environment, data.stream().map(JsonNode::textValue).toArray(String[]::new), shape);
            case FLOAT16, BFLOAT16, UNKNOWN ->
                throw new IllegalArgumentException(
                        "the input '" + name + "' is of type " + type + ", which can't be sent; put a cast before it");
        };
    }

    private static double number(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() ? 1 : 0 : value.doubleValue();
    }

    /** Whole numbers of so many bits with a sign. */
    private static long[] wholes(List<JsonNode> data, int bits, String name) {
        long most = bits == Long.SIZE ? Long.MAX_VALUE : (1L << bits - 1) - 1;
        long[] wholes = new long[data.size()];
        for (int i = 0; i < wholes.length; i++) {
            JsonNode value = data.get(i);
            double number = number(value);
            if (number != Math.rint(number) || number > most || number < -most - 1.0) {
                throw new IllegalArgumentException("the input '" + name + "' has the value " + value
                        + ", must be a whole number of " + bits + " bits");
            }
            wholes[i] = value.isIntegralNumber() ? value.longValue() : (long) number;
        }
        return wholes;
    }

    /**
     * Writes an output. A list with a map of classes to probabilities for each row, as converters of scikit-learn make it,
     * becomes a tensor with a column for each class, in order of the classes.
     *
     * @throws IllegalArgumentException if it is of a kind that has no such form
     */
    static void write(ObjectNode into, OnnxValue output) throws OrtException {
        String name = into.path("name").asText();
        if (output instanceof OnnxTensor tensor) {
            into.put("datatype", datatype(tensor.getInfo().type));
            ArrayNode shape = into.putArray("shape");
            for (long size : tensor.getInfo().getShape()) {
                shape.add(size);
            }
            addAll(into.putArray("data"), tensor.getValue());
        } else if (output instanceof OnnxSequence sequence) {
            write(into, sequence, name);
        } else {
            throw new IllegalArgumentException("the output '" + name + "' is neither a tensor nor a list of maps");
        }
    }

    private static void write(ObjectNode into, OnnxSequence sequence, String name) throws OrtException {
        List<Map<?, ?>> rows = new ArrayList<>();
        TreeSet<Object> classes = new TreeSet<>();
        for (OnnxValue each : sequence.getValue()) {
            if (!(each instanceof OnnxMap map)) {
                throw new IllegalArgumentException("the output '" + name + "' is a list of other things than maps");
            }
            Map<?, ?> row = map.getValue();
            rows.add(row);
            classes.addAll(row.keySet());
        }
        into.put("datatype", "FP32");
        into.putArray("shape").add(rows.size()).add(classes.size());
        ArrayNode data = into.putArray("data");
        for (Map<?, ?> row : rows) {
            for (Object one : classes) {
                data.add(row.get(one) instanceof Number probability ? probability.doubleValue() : 0);
            }
        }
    }

    private static void addAll(ArrayNode into, Object value) {
        switch (value) {
            case float[] each -> {
                for (float one : each) {
                    into.add(one);
                }
            }
            case double[] each -> {
                for (double one : each) {
                    into.add(one);
                }
            }
            case long[] each -> {
                for (long one : each) {
                    into.add(one);
                }
            }
            case int[] each -> {
                for (int one : each) {
                    into.add(one);
                }
            }
            case short[] each -> {
                for (short one : each) {
                    into.add(one);
                }
            }
            case byte[] each -> {
                for (byte one : each) {
                    into.add(one);
                }
            }
            case boolean[] each -> {
                for (boolean one : each) {
                    into.add(one);
                }
            }
            case Object[] each -> {
                for (Object one : each) {
                    addAll(into, one);
                }
            }
            case String one -> into.add(one);
            case Float one -> into.add(one);
            case Double one -> into.add(one);
            case Long one -> into.add(one);
            case Integer one -> into.add(one);
            case Boolean one -> into.add(one);
            default -> throw new IllegalArgumentException("values of " + value.getClass() + " can't be sent");
        }
    }
}
