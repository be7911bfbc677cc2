"""Two model files in one: fields of which the first is sure never reach the second."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, compose, helper, numpy_helper

from leukemia_desktop.core.manifest import OUTPUTS
from leukemia_desktop.training.architectures._two_looks import TwoLooks

FIRST, SECOND = "first_", "second_"


def join(first: Path, second: Path, out: Path) -> None:
    """Write the model file that architectures._two_looks.TwoLooks describes, of two that give logits, features and places.

    What a second look costs is paid only for the fields in doubt: their rows alone are gathered for the second network,
    which does not run where there is none, and what it says is added to the rows of the first.
    """
    one, two = onnx.load(first), onnx.load(second)
    size = one.graph.input[0].type.tensor_type.shape.dim[2].dim_value
    one = compose.add_prefix(one, FIRST, rename_inputs=False)
    two = compose.add_prefix(two, SECOND)
    constants = {
        "axis": np.array([1], np.int64),
        "rows_axis": np.array([0], np.int64),
        "sure": np.array(TwoLooks.SURE, np.float32),
        "unsure": np.array(TwoLooks.UNSURE, np.float32),
        "none": np.array(0, np.float32),
        "all": np.array(1, np.float32),
        "places_axes": np.array([2, 3], np.int64),
    }
    node = helper.make_node
    asked = [
        node("Softmax", [f"{FIRST}logits"], ["shares"], axis=1),
        node("ReduceMax", ["shares", "axis"], ["confidence"], keepdims=1),
        node("Sub", ["sure", "confidence"], ["below"]),
        node("Sub", ["sure", "unsure"], ["range"]),
        node("Div", ["below", "range"], ["rising"]),
        node("Clip", ["rising", "none", "all"], ["doubt"]),
        node("ReduceMax", ["doubt"], ["most_doubt"], keepdims=0),
        node("Greater", ["most_doubt", "none"], ["any_in_doubt"]),
    ]
    again = [
        node("Squeeze", ["doubt", "axis"], ["doubt_of_row"]),
        node("NonZero", ["doubt_of_row"], ["found"]),
        node("Squeeze", ["found", "rows_axis"], ["rows"]),
        node("Gather", ["images", "rows"], [f"{SECOND}images"], axis=0),
        node("Gather", ["doubt", "rows"], ["weight"], axis=0),
        node("Unsqueeze", ["rows", "axis"], ["targets"]),
        node("Unsqueeze", ["weight", "places_axes"], ["weight_of_places"]),
        *two.graph.node,
        node("Mul", [f"{SECOND}logits", "weight"], ["more_logits"]),
        node("Mul", [f"{SECOND}evidence", "weight_of_places"], ["more_places"]),
        node("ScatterND", [f"{FIRST}logits", "targets", "more_logits"], ["both_logits"], reduction="add"),
        node("ScatterND", [f"{FIRST}evidence", "targets", "more_places"], ["both_places"], reduction="add"),
    ]
    alone = [
        node("Identity", [f"{FIRST}logits"], ["alone_logits"]),
        node("Identity", [f"{FIRST}evidence"], ["alone_places"]),
    ]
    shapes = {output.name.removeprefix(FIRST): output.type.tensor_type.shape.dim for output in one.graph.output}

    def branch(name: str, nodes: list[onnx.NodeProto], weights: list[onnx.TensorProto]) -> onnx.GraphProto:
        outputs = [
            helper.make_tensor_value_info(
                f"{name}_{kind}", TensorProto.FLOAT, ["n", *(dim.dim_value for dim in shapes[of][1:])]
            )
            for kind, of in (("logits", "logits"), ("places", "evidence"))
        ]
        return helper.make_graph(nodes, name, [], outputs, weights)

    both = [
        node(
            "If",
            ["any_in_doubt"],
            ["logits", "places"],
            # no convolution of no rows: on several threads ONNX Runtime 1.32 dies of a quantised one
            then_branch=branch("both", again, list(two.graph.initializer)),
            else_branch=branch("alone", alone, []),
        ),
        node("Identity", [f"{FIRST}features"], ["features"]),
        node("Relu", ["places"], ["evidence"]),
    ]
    graph = helper.make_graph(
        [*one.graph.node, *asked, *both],
        "two_looks",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, ["n", 3, size, size])],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", *(dim.dim_value for dim in shapes[name][1:])])
            for name in OUTPUTS
        ],
        [
            *one.graph.initializer,
            *(numpy_helper.from_array(value, name) for name, value in constants.items()),
        ],
    )
    model = helper.make_model(graph, opset_imports=_newest(one, two), ir_version=one.ir_version)
    onnx.checker.check_model(model)
    onnx.save(model, out)


def _newest(*models: onnx.ModelProto) -> list[onnx.OperatorSetIdProto]:
    """The newest version of every operator set that one of them names."""
    versions = sorted((named.domain, named.version) for model in models for named in model.opset_import)
    return [helper.make_opsetid(domain, version) for domain, version in dict(versions).items()]
