"""Several model files in one: fields of which the first is sure never reach the others."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, compose, helper, numpy_helper

from leukemia_desktop.core.manifest import OUTPUTS
from leukemia_desktop.training.architectures._looks import Looks

FIRST = "first_"
node = helper.make_node


def join(files: Sequence[Path], weights: Sequence[float], out: Path) -> None:
    """Write the model file that architectures._looks.Looks describes, of some that give logits, features and places.

    `weights` are those of all but the first. What asking them costs is paid only for the fields in doubt: their rows alone
    are gathered for the others, which do not run where there is none, and what they say is added to the rows of the first.
    """
    one, *others = map(onnx.load, files)
    size = one.graph.input[0].type.tensor_type.shape.dim[2].dim_value
    one = compose.add_prefix(one, FIRST, rename_inputs=False)
    others = [compose.add_prefix(model, f"other{number}_") for number, model in enumerate(others)]
    constants = {
        "axis": np.array([1], np.int64),
        "rows_axis": np.array([0], np.int64),
        "sure": np.array(Looks.SURE, np.float32),
        "unsure": np.array(Looks.UNSURE, np.float32),
        "none": np.array(0, np.float32),
        "all": np.array(1, np.float32),
        "places_axes": np.array([2, 3], np.int64),
        **{f"other{number}_weight": np.array(weight, np.float32) for number, weight in enumerate(weights)},
    }
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
    alone = [
        node("Identity", [f"{FIRST}logits"], ["alone_logits"]),
        node("Identity", [f"{FIRST}evidence"], ["alone_places"]),
    ]
    shapes = {output.name.removeprefix(FIRST): output.type.tensor_type.shape.dim for output in one.graph.output}

    def branch(name: str, nodes: list[onnx.NodeProto], held: list[onnx.TensorProto]) -> onnx.GraphProto:
        outputs = [
            helper.make_tensor_value_info(
                f"{name}_{kind}", TensorProto.FLOAT, ["n", *(dim.dim_value for dim in shapes[of][1:])]
            )
            for kind, of in (("logits", "logits"), ("places", "evidence"))
        ]
        return helper.make_graph(nodes, name, [], outputs, held)

    decided = [
        node(
            "If",
            ["any_in_doubt"],
            ["logits", "places"],
            # no convolution of no rows: on several threads ONNX Runtime 1.32 dies of a quantised one
            then_branch=branch(
                "together", _together(others), [held for model in others for held in model.graph.initializer]
            ),
            else_branch=branch("alone", alone, []),
        ),
        node("Identity", [f"{FIRST}features"], ["features"]),
        node("Relu", ["places"], ["evidence"]),
    ]
    graph = helper.make_graph(
        [*one.graph.node, *asked, *decided],
        "looks",
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
    model = helper.make_model(graph, opset_imports=_newest(one, *others), ir_version=one.ir_version)
    onnx.checker.check_model(model)
    onnx.save(model, out)


def _together(others: Sequence[onnx.ModelProto]) -> list[onnx.NodeProto]:
    """Nodes that ask `others`, whose names begin with other0_, other1_ ... , about the rows in doubt."""
    nodes = [
        node("Squeeze", ["doubt", "axis"], ["doubt_of_row"]),
        node("NonZero", ["doubt_of_row"], ["found"]),
        node("Squeeze", ["found", "rows_axis"], ["rows"]),
        node("Gather", ["images", "rows"], ["doubted"], axis=0),
        node("Gather", ["doubt", "rows"], ["their_doubt"], axis=0),
        node("Unsqueeze", ["rows", "axis"], ["targets"]),
    ]
    logits, places = f"{FIRST}logits", f"{FIRST}evidence"
    for number, model in enumerate(others):
        own = f"other{number}_"
        last = number == len(others) - 1
        more_logits, more_places = ("together_logits", "together_places") if last else (f"{own}sum", f"{own}places_sum")
        nodes += [
            node("Identity", ["doubted"], [f"{own}images"]),
            *model.graph.node,
            node("Mul", ["their_doubt", f"{own}weight"], [f"{own}share"]),
            node("Unsqueeze", [f"{own}share", "places_axes"], [f"{own}share_of_places"]),
            node("Mul", [f"{own}logits", f"{own}share"], [f"{own}says"]),
            node("Mul", [f"{own}evidence", f"{own}share_of_places"], [f"{own}shows"]),
            node("ScatterND", [logits, "targets", f"{own}says"], [more_logits], reduction="add"),
            node("ScatterND", [places, "targets", f"{own}shows"], [more_places], reduction="add"),
        ]
        logits, places = more_logits, more_places
    return nodes


def _newest(*models: onnx.ModelProto) -> list[onnx.OperatorSetIdProto]:
    """The newest version of every operator set that one of them names."""
    versions = sorted((named.domain, named.version) for model in models for named in model.opset_import)
    return [helper.make_opsetid(domain, version) for domain, version in dict(versions).items()]
