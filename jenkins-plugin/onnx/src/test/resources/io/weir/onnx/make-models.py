"""Makes the models of this folder. Needs onnx 1.23.

matrix.onnx:  features (float, n x 2) to probability = sigmoid(2 a - b + 0.5), n x 1.
columns.onnx: age (int64, n x 1) and country (text, n x 1) to label (text) and probability, n x 1: 1 if the country is "de", else age / 100.
classes.onnx: features (float, n x 2) to label (int64) and a list of maps of the classes 0 and 1 to probabilities, as scikit-learn's converter makes it.
"""
import onnx
from onnx import TensorProto, helper

ML = helper.make_opsetid("ai.onnx.ml", 3)
OPS = helper.make_opsetid("", 17)


def save(name, graph, opsets):
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, name)


features = helper.make_tensor_value_info("features", TensorProto.FLOAT, [None, 2])
weights = helper.make_tensor("weights", TensorProto.FLOAT, [2, 1], [2.0, -1.0])
bias = helper.make_tensor("bias", TensorProto.FLOAT, [1], [0.5])
save("matrix.onnx", helper.make_graph(
    [helper.make_node("Gemm", ["features", "weights", "bias"], ["z"]), helper.make_node("Sigmoid", ["z"], ["probability"])],
    "matrix", [features], [helper.make_tensor_value_info("probability", TensorProto.FLOAT, [None, 1])], [weights, bias]), [OPS])

save("columns.onnx", helper.make_graph(
    [helper.make_node("Cast", ["age"], ["years"], to=TensorProto.FLOAT),
     helper.make_node("Div", ["years", "hundred"], ["share"]),
     helper.make_node("LabelEncoder", ["country"], ["known"], domain="ai.onnx.ml", keys_strings=["de"], values_int64s=[1],
                      default_int64=0),
     helper.make_node("Cast", ["known"], ["is_known"], to=TensorProto.BOOL),
     helper.make_node("Where", ["is_known", "one", "share"], ["probability"]),
     helper.make_node("GreaterOrEqual", ["probability", "half"], ["over"]),
     helper.make_node("Where", ["over", "yes", "no"], ["label"])],
    "columns",
    [helper.make_tensor_value_info("age", TensorProto.INT64, [None, 1]),
     helper.make_tensor_value_info("country", TensorProto.STRING, [None, 1])],
    [helper.make_tensor_value_info("label", TensorProto.STRING, [None, 1]),
     helper.make_tensor_value_info("probability", TensorProto.FLOAT, [None, 1])],
    [helper.make_tensor("hundred", TensorProto.FLOAT, [1], [100.0]), helper.make_tensor("one", TensorProto.FLOAT, [1], [1.0]),
     helper.make_tensor("half", TensorProto.FLOAT, [1], [0.5]),
     helper.make_tensor("yes", TensorProto.STRING, [1], [b"yes"]), helper.make_tensor("no", TensorProto.STRING, [1], [b"no"])]),
    [OPS, ML])

save("classes.onnx", helper.make_graph(
    [helper.make_node("LinearClassifier", ["features"], ["label", "scores"], domain="ai.onnx.ml", classlabels_ints=[0, 1],
                      coefficients=[-2.0, 1.0, 2.0, -1.0], intercepts=[-0.5, 0.5], multi_class=0, post_transform="LOGISTIC"),
     helper.make_node("ZipMap", ["scores"], ["probabilities"], domain="ai.onnx.ml", classlabels_int64s=[0, 1])],
    "classes", [features],
    [helper.make_tensor_value_info("label", TensorProto.INT64, [None]),
     helper.make_value_info("probabilities", helper.make_sequence_type_proto(
         helper.make_map_type_proto(TensorProto.INT64, helper.make_tensor_type_proto(TensorProto.FLOAT, []))))]),
    [OPS, ML])
