"""The only ONNX Runtime session: tensors in, Predictions out, and it says which provider really runs."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from leukemia_desktop.core.domain import Domain
from leukemia_desktop.core.manifest import LABELS, OUTPUTS, BrokenModel, Manifest
from leukemia_desktop.core.recipe import Tensor

PROVIDERS = ("auto", "cuda", "cpu")


class NoProvider(Exception):
    """CUDA was asked for and cannot be had; the message says why."""


@dataclass(frozen=True)
class Prediction:
    """What the model says of one field: logits (4,), features (D,) and evidence (4, h, w), all float32."""

    logits: npt.NDArray[np.float32]
    features: npt.NDArray[np.float32]
    evidence: npt.NDArray[np.float32]


class Classifier:
    """An open model. `provider` is "cuda" or "cpu": what runs, not what was asked for."""

    def __init__(self, manifest: Manifest, *, provider: str = "auto", threads: int = 0) -> None:
        """Verify and open the model; `threads` 0 takes every core. Raises BrokenModel or NoProvider."""
        self.manifest = manifest
        self.domain = Domain.read(manifest)
        try:
            self._session = ort.InferenceSession(manifest.verified_bytes, _options(threads), providers=_providers(provider))
        except (BrokenModel, NoProvider):
            raise
        except Exception as error:  # ORT raises a dozen unrelated types, RuntimeError among them
            reason = str(error).splitlines()[0]
            raise BrokenModel(f"model {manifest.id}: ONNX Runtime refuses {manifest.file}: {reason}") from None
        _check_shapes(manifest, self._session)
        self._input = self._session.get_inputs()[0].name
        self._try_out()
        self.provider = self._session.get_providers()[0].removesuffix("ExecutionProvider").lower()
        if provider == "cuda" and self.provider != "cuda":
            raise NoProvider("CUDA was asked for, but ONNX Runtime could not start it; use --provider cpu")

    def _try_out(self) -> None:
        """One field of zeros: what a model declares is not yet what it gives, and the first run is the slow one."""
        size = self.manifest.recipe.input_size
        try:
            prediction = self.predict([np.zeros((3, size, size), np.float32)])[0]
        except Exception as error:
            reason = str(error).splitlines()[0] if str(error) else repr(error)
            raise BrokenModel(f"model {self.manifest.id}: {self.manifest.file} does not run: {reason}") from None
        shapes = [array.shape for array in (prediction.logits, prediction.features, prediction.evidence)]
        fits = shapes[0] == (len(LABELS),) and len(shapes[1]) == 1 and len(shapes[2]) == 3 and shapes[2][0] == len(LABELS)
        if not fits or not all(size for shape in shapes for size in shape):
            raise BrokenModel(f"model {self.manifest.id}: it gives outputs of the shapes {shapes}, not what it declares")
        if not np.isfinite(prediction.logits).all():
            raise BrokenModel(f"model {self.manifest.id}: it gives {prediction.logits} for an empty field, not numbers")

    def predict(self, tensors: Sequence[Tensor]) -> list[Prediction]:
        """One Prediction per tensor (3, S, S) of the recipe's input size."""
        batch = np.stack(tensors) if len(tensors) > 1 else tensors[0][np.newaxis]  # one needs no copy
        logits, features, evidence = self._session.run(list(OUTPUTS), {self._input: batch})
        return [Prediction(*of_one) for of_one in zip(logits, features, evidence, strict=True)]


def available_providers() -> list[str]:
    """What this installation of ONNX Runtime can run on, best first: "cuda" and "cpu" or "cpu" alone."""
    return [p for p in ("cuda", "cpu") if f"{p.upper()}ExecutionProvider" in ort.get_available_providers()]


def _providers(asked: str) -> list[str]:
    if asked not in PROVIDERS:
        raise NoProvider(f"provider must be one of {', '.join(PROVIDERS)}, not {asked!r}")
    if asked != "cpu" and "cuda" in available_providers():
        ort.preload_dlls()
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]
    if asked == "cuda":
        raise NoProvider("CUDA was asked for, but this installation has onnxruntime without it; install the extra 'cuda'")
    return ["CPUExecutionProvider"]


def _options(threads: int) -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads or os.cpu_count() or 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # errors reach us as exceptions; nothing is said twice
    # a spinning session slowed every other thread of the program 30-fold
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def _check_shapes(manifest: Manifest, session: Any) -> None:
    size, classes = manifest.recipe.input_size, len(LABELS)
    inputs = [(i.type, i.shape[1:]) for i in session.get_inputs()]
    if inputs != [("tensor(float)", [3, size, size])]:
        raise BrokenModel(f"model {manifest.id}: input {inputs} is not one float tensor (N, 3, {size}, {size})")
    outputs = {o.name: o for o in session.get_outputs()}
    if missing := [name for name in OUTPUTS if name not in outputs]:
        raise BrokenModel(f"model {manifest.id}: output {', '.join(missing)} is missing")
    ranks = [len(outputs[name].shape) for name in OUTPUTS]
    if ranks != [2, 2, 4] or outputs["logits"].shape[1] != classes or outputs["evidence"].shape[1] != classes:
        shapes = {name: outputs[name].shape for name in OUTPUTS}
        raise BrokenModel(f"model {manifest.id}: outputs {shapes} are not (N,{classes}), (N,D), (N,{classes},h,w)")
