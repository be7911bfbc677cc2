"""torch -> ONNX -> int8, and the proof that nothing changed on the way."""

import logging
import os
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static, shape_inference

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import LABELS, OUTPUTS
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.training.architectures._field_model import Explained, FieldModel
from leukemia_desktop.training.architectures._looks import Looks
from leukemia_desktop.training.dataset import Dataset, Fields, Indices
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.joined import join
from leukemia_desktop.training.train import predict

OPSET = 18
TOLERANCE = 1e-3
CALIBRATION_FIELDS = 200


def write_onnx(model: FieldModel, size: int, path: Path) -> None:
    """Write logits, features and evidence as one self-contained ONNX file with a dynamic batch axis."""
    if isinstance(model, Looks):
        _write_joined(model, size, path, lambda _, exact: exact)
    else:
        _write_part(Explained(model), size, path)


def write_quantised(model: FieldModel, exact: Path, out: Path, fields: Fields, recipe: Recipe) -> None:
    """int8 of the model whose fp32 file is `exact`, see quantise; of several looks each with ranges of its own."""
    if not isinstance(model, Looks):
        quantise(exact, out, fields, recipe, exact_convolutions=model.exact_convolutions)
        return

    def quantised(part: FieldModel, exact: Path) -> Path:
        file = exact.with_suffix(".int8.onnx")
        quantise(exact, file, fields, recipe, exact_convolutions=part.exact_convolutions)
        return file

    _write_joined(model, recipe.input_size, out, quantised)


def _write_joined(model: Looks, size: int, out: Path, finished: Callable[[FieldModel, Path], Path]) -> None:
    """Each part as a file of its own, `finished`, and all in one; the evidence is cut at 0 when it is whole."""
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for number, part in enumerate(model.parts):
            exact = Path(scratch) / f"{number}.onnx"
            _write_part(Explained(part, cut=False), size, exact)
            files.append(finished(part, exact))
        join(files, model.weights, out)


def _write_part(explained: Explained, size: int, path: Path) -> None:
    explained.eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns about its own internals
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)
        program = torch.onnx.export(
            explained,
            (torch.zeros(2, 3, size, size),),
            dynamo=True,
            opset_version=OPSET,
            input_names=["images"],
            output_names=list(OUTPUTS),
            dynamic_shapes={"images": {0: torch.export.Dim("n")}},
            verbose=False,
        )
    if program is None:
        raise TrainingError("torch.onnx gave no program")
    program.save(str(path), external_data=False)
    onnx.checker.check_model(str(path))


def check_parity(model: FieldModel, path: Path, fields: Fields, recipe: Recipe) -> dict[str, Any]:
    """Largest logit difference and label agreement of torch and ONNX on `fields`. Raises TrainingError when they differ."""
    ours, theirs = predict(model, fields, recipe), onnx_logits(path, fields, recipe)
    difference = float(np.abs(ours - theirs).max())
    same = int((ours.argmax(1) == theirs.argmax(1)).sum())
    if not difference <= TOLERANCE or same < len(fields):
        raise TrainingError(f"the ONNX file differs from torch: {difference:.2g} in logits, {len(fields) - same} labels")
    return {"max_abs_logit_difference": difference, "same_label": same, "fields": len(fields)}


def quantise(exact: Path, out: Path, fields: Fields, recipe: Recipe, *, exact_convolutions: int = 0) -> None:
    """int8 QDQ: U8 activations, S8 weights per channel, calibrated on `fields`.

    Everything up to the convolution of number `exact_convolutions` stays in fp32.
    """

    class Reader(CalibrationDataReader):  # type: ignore[misc]
        def __init__(self) -> None:
            self.rest = iter(fields)

        def get_next(self) -> dict[str, Any] | None:
            field = next(self.rest, None)
            return None if field is None else {"images": recipe.normalise(field)[None]}

    with tempfile.TemporaryDirectory() as scratch:
        prepared = Path(scratch) / "prepared.onnx"
        # ONNX's own inference finds every shape; the symbolic one fails at operators that it does not know
        shape_inference.quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(out),
            Reader(),
            quant_format=QuantFormat.QDQ,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=_until(onnx.load(prepared), exact_convolutions),
            # ranges averaged over fields: one odd field does not widen them for all
            extra_options={"TensorQuantOverrides": _shared_weights(onnx.load(prepared)), "CalibMovingAverage": True},
        )


def _until(model: onnx.ModelProto, convolutions: int) -> list[str]:
    """Names of the nodes from the input to that convolution, itself among them; a model file lists its nodes in order."""
    places = [number for number, node in enumerate(model.graph.node) if node.op_type == "Conv"]
    end = places[min(convolutions, len(places)) - 1] + 1 if convolutions else 0
    return [node.name for node in model.graph.node[:end]]


def _shared_weights(model: onnx.ModelProto) -> dict[str, Any]:
    """One scale for each output, axis 0, of the layers' weights that several nodes use: ONNX Runtime would let each choose.

    Evidence of a classifier of several layers uses them a second time, the other way round.
    """
    users = Counter(name for node in model.graph.node for name in node.input)
    matrices = [weight.name for weight in model.graph.initializer if len(weight.dims) == 2]
    return {name: [{"axis": 0}] for name in matrices if users[name] > 1}


def calibration_fields(fields: Fields, dataset: Dataset, train: Indices) -> Fields:
    """Some training fields, as many of each class, for the ranges of int8 activations."""
    rng = np.random.default_rng(0)
    chosen: list[int] = []
    for label in range(len(LABELS)):
        own = train[dataset.labels[train] == label]
        chosen += list(rng.choice(own, min(CALIBRATION_FIELDS // len(LABELS), len(own)), replace=False))
    return fields[np.array(chosen)]


def onnx_logits(path: Path, fields: Fields, recipe: Recipe) -> npt.NDArray[np.float32]:
    """Logits (N, 4) of a model file, one field at a time as the desktop does it."""
    return onnx_outputs(path, fields, recipe)[0]


def onnx_outputs(path: Path, fields: Fields, recipe: Recipe) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Logits (N, 4) and features (N, D) of a model file."""
    session = open_session(path)

    def outputs(field: Image) -> list[npt.NDArray[np.float32]]:
        return session.run(["logits", "features"], {"images": recipe.normalise(field)[None]})

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(outputs, fields))
    return np.stack([logits[0] for logits, _ in found]), np.stack([features[0] for _, features in found])


def open_session(path: Path) -> ort.InferenceSession:
    """A model file for several threads that ask at once, one field each: threads of its own would wait for each other."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
