"""The only ONNX Runtime session: tensors in, Predictions out, and it says which provider really runs."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from leukemia_desktop.core.domain import Domain
from leukemia_desktop.core.manifest import LABELS, OUTPUTS, BrokenModel, Manifest
from leukemia_desktop.core.recipe import Tensor
from leukemia_desktop.core.smear import SmearDomain

PROVIDERS = ("auto", "cuda", "cpu")
NOT_STARTED = "it could not be started: no card, no driver, or a library of CUDA is missing"
ort.set_default_logger_severity(4)  # what it would print about a card that is not there, this program says itself
ort.disable_telemetry_events()  # the package's ORT_DISABLE_TELEMETRY says the same, but not on Windows


class NoProvider(Exception):
    """CUDA was asked for and cannot be had; the message says why."""


class ModelFailed(Exception):
    """The model does not run on these fields; the message is ONNX Runtime's."""


@dataclass(frozen=True)
class Prediction:
    """What the model says of one field: logits (4,), features (D,) and evidence (4, h, w), all float32."""

    logits: npt.NDArray[np.float32]
    features: npt.NDArray[np.float32]
    evidence: npt.NDArray[np.float32]


class Classifier:
    """An open model. `provider` is "cuda" or "cpu": what runs, not what was asked for.

    On a CPU every prediction runs on the thread that asks for it, and `threads` of them may ask at once: one field a thread
    is faster than one field on all threads. A GPU wants one thread that asks, with many fields at a time.

    What is said of a field on a CPU never depends on the fields that are asked together with it: where a model's last digits
    do, it is asked for one at a time. Those of our int8 models do not, and eight together take a quarter less time.
    """

    def __init__(self, manifest: Manifest, *, provider: str = "auto", threads: int = 0) -> None:
        """Verify and open the model; `threads` 0 takes every core. Raises BrokenModel or NoProvider."""
        self.manifest = manifest
        self.domain = Domain.read(manifest)
        self.smear = SmearDomain.read(manifest)
        self.threads = threads or _cores()
        self.fell_back = ""
        """Why CUDA was left for the CPU, at once or in the middle of a run; empty as long as it was not."""
        self._alike: dict[int, bool] = {}
        """By how many are asked together on a CPU: whether that gives the digits of one at a time. See _may_be_together."""
        providers = _providers(provider)
        self._open(providers)
        if len(providers) > 1 and self.provider == "cpu":
            self.fell_back = NOT_STARTED
        if provider == "cuda" and self.provider != "cuda":
            raise NoProvider("CUDA was asked for, but ONNX Runtime could not start it; use --provider cpu")

    def _open(self, providers: Sequence[Any]) -> None:
        try:
            # ORT would change providers by itself, with a word on stdout for nobody
            self._session = ort.InferenceSession(
                self.manifest.verified_bytes, _options(), providers=providers, enable_fallback=0
            )
        except BrokenModel:
            raise
        except Exception as error:  # ORT raises a dozen unrelated types, RuntimeError among them
            reason = f"ONNX Runtime refuses {self.manifest.file}: {_first_line(error)}"
            raise BrokenModel(f"model {self.manifest.id}: {reason}") from None
        try:
            _check_shapes(self.manifest, self._session)
            self._input = self._session.get_inputs()[0].name
        except UnicodeDecodeError:  # ORT takes any bytes for a name, and gives them to us as text
            raise BrokenModel(f"model {self.manifest.id}: {self.manifest.file} names its inputs in no text") from None
        self.provider = self._session.get_providers()[0].removesuffix("ExecutionProvider").lower()
        self._device = self.provider  # what inputs and outputs are bound to
        self._try_out()

    def _try_out(self) -> None:
        """One field of zeros: what a model declares is not yet what it gives, and the first run is the slow one."""
        size = self.manifest.recipe.input_size
        try:
            prediction = self._asked([np.zeros((3, size, size), np.float32)])[0]
        except Exception as error:
            reason = f"{self.manifest.file} does not run: {_first_line(error)}"
            raise BrokenModel(f"model {self.manifest.id}: {reason}") from None
        shapes = [array.shape for array in (prediction.logits, prediction.features, prediction.evidence)]
        fits = shapes[0] == (len(LABELS),) and len(shapes[1]) == 1 and len(shapes[2]) == 3 and shapes[2][0] == len(LABELS)
        if not fits or not all(size for shape in shapes for size in shape):
            raise BrokenModel(f"model {self.manifest.id}: it gives outputs of the shapes {shapes}, not what it declares")
        if not np.isfinite(prediction.logits).all():
            raise BrokenModel(f"model {self.manifest.id}: it gives {prediction.logits} for an empty field, not numbers")

    def predict(self, tensors: Sequence[Tensor]) -> list[Prediction]:
        """One Prediction per tensor (3, S, S) of the recipe's input size. Raises ModelFailed.

        Where CUDA fails, a card that is lost or full, the CPU takes over for good: see `provider` and `fell_back`.
        """
        try:
            return self._asked(tensors)
        except Exception as error:
            if self.provider == "cpu":
                raise ModelFailed(_first_line(error)) from None
            self.fell_back = _first_line(error)
        self._open(["CPUExecutionProvider"])
        return self.predict(tensors)

    def _asked(self, tensors: Sequence[Tensor]) -> list[Prediction]:
        return self._run_alike(tensors) if self.provider == "cpu" else self._run_bound(tensors)

    def _run_alike(self, tensors: Sequence[Tensor]) -> list[Prediction]:
        """The same digits whether the tensors come alone or together."""
        if len(tensors) == 1 or self._may_be_together(len(tensors)):
            return self._run(tensors)
        return [self._run([tensor])[0] for tensor in tensors]

    def _may_be_together(self, count: int) -> bool:
        """Found out once for each number of fields, and not on fields of the run: those can be alike, or copies of one.

        Noise that grows from one to the next differs in all that a model could take from neighbours: mean, range, extremes.
        """
        if count not in self._alike:
            size, chance = self.manifest.recipe.input_size, np.random.default_rng(count)
            noise = [chance.normal(0, (k + 1) / count, (3, size, size)).astype(np.float32) for k in range(count)]
            together, alone = self._run(noise), [self._run([one])[0] for one in noise]
            pairs = zip(chain(*map(_arrays, together)), chain(*map(_arrays, alone)), strict=True)
            self._alike[count] = all(np.array_equal(*pair) for pair in pairs)
        return self._alike[count]

    def _run(self, tensors: Sequence[Tensor]) -> list[Prediction]:
        said = self._session.run(list(OUTPUTS), {self._input: _batch(tensors)})
        return [Prediction(*of_one) for of_one in zip(*said, strict=True)]

    def _run_bound(self, tensors: Sequence[Tensor]) -> list[Prediction]:
        """As _run, with input and outputs bound to the device: one copy there and one back, and none that nobody sees."""
        binding = self._session.io_binding()
        batch = ort.OrtValue.ortvalue_from_numpy(_batch(tensors), self._device, 0)
        binding.bind_ortvalue_input(self._input, batch)
        for name in OUTPUTS:  # ONNX Runtime makes room for them: their sizes differ from model to model
            binding.bind_output(name, self._device, 0)
        self._session.run_with_iobinding(binding)
        return [Prediction(*of_one) for of_one in zip(*binding.copy_outputs_to_cpu(), strict=True)]


def _batch(tensors: Sequence[Tensor]) -> Tensor:
    return np.stack(tensors) if len(tensors) > 1 else tensors[0][np.newaxis]  # one needs no copy


def _arrays(prediction: Prediction) -> tuple[npt.NDArray[np.float32], ...]:
    return prediction.logits, prediction.features, prediction.evidence


def available_providers() -> list[str]:
    """What this installation of ONNX Runtime can run on, best first: "cuda" and "cpu" or "cpu" alone."""
    return [p for p in ("cuda", "cpu") if f"{p.upper()}ExecutionProvider" in ort.get_available_providers()]


def _providers(asked: str) -> list[Any]:
    if asked not in PROVIDERS:
        raise NoProvider(f"provider must be one of {', '.join(PROVIDERS)}, not {asked!r}")
    if asked != "cpu" and "cuda" in available_providers():
        ort.preload_dlls()
        # the last batch of a run has another shape: trying out every algorithm for it would take longer than the batch
        return [("CUDAExecutionProvider", {"cudnn_conv_algo_search": "HEURISTIC"}), "CPUExecutionProvider"]
    if asked == "cuda":
        raise NoProvider("CUDA was asked for, but this installation has onnxruntime without it; install the extra 'cuda'")
    return ["CPUExecutionProvider"]


def _cores() -> int:
    """Cores that this program may use, which a container or a scheduler can have made fewer."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _options() -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # errors reach us as exceptions; nothing is said twice
    return options


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else repr(error)  # some refusals of ORT come without a word


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
