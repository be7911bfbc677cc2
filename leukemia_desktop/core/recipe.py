"""A recipe: ordered steps, input size, mean and std. One code for what is seen, trained on and classified."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import BadParameter, checked_parameters, load_shelf

Tensor = npt.NDArray[np.float32]
STEPS = load_shelf("leukemia_desktop.core.steps", "apply")


class BadRecipe(ValueError):
    """A recipe with an unknown step, an unknown parameter or a value out of range."""


@dataclass(frozen=True)
class Step:
    """One call of a step with its parameters; a step that is switched off stays in its place."""

    name: str
    params: Mapping[str, Any]
    on: bool = True

    @classmethod
    def of(cls, name: str, *, on: bool = True, **params: Any) -> Self:
        """A checked step with its defaults filled in. Raises BadRecipe."""
        if name not in STEPS:
            raise BadRecipe(f"unknown step {name!r}; known: {', '.join(STEPS)}")
        try:
            return cls(name, checked_parameters(STEPS[name], params), on)
        except BadParameter as error:
            raise BadRecipe(f"step {name}: {error}") from None

    def to_dict(self) -> dict[str, Any]:
        """As stored in a manifest, a preset or the ledger."""
        return {"step": self.name, "params": dict(self.params)} | ({} if self.on else {"on": False})


@dataclass(frozen=True)
class Recipe:
    """How a field becomes the model's input."""

    steps: tuple[Step, ...]
    input_size: int = 224
    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    std: tuple[float, float, float] = (1.0, 1.0, 1.0)

    def apply(self, image: Image) -> Image:
        """The processed image, RGB uint8, as the viewer shows it."""
        for step in self.steps:
            if step.on:
                image = STEPS[step.name](image, **step.params)
        return image

    def model_input(self, image: Image) -> Image:
        """The processed image at exactly `input_size`, RGB uint8: what the model sees, before scaling to numbers."""
        image = self.apply(image)
        size = (self.input_size, self.input_size)
        if image.shape[:2] != size:
            shrinks = image.shape[0] > self.input_size
            image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)  # type: ignore[assignment]
        return image

    def tensor(self, image: Image) -> Tensor:
        """The model's input, float32 (3, S, S): (value / 255 - mean) / std per channel."""
        return self.normalise(self.model_input(image))

    def normalise(self, image: Image) -> Tensor:
        """(H, W, 3) uint8 as float32 (3, H, W), scaled by mean and std; H and W stay."""
        tensor = np.empty((3, *image.shape[:2]), np.float32)
        for plane, table, numbers in zip(cv2.split(image), self._tables, tensor, strict=True):
            cv2.LUT(plane, table, numbers)
        return tensor

    @cached_property
    def _tables(self) -> list[npt.NDArray[np.float32]]:
        """What each of the 256 values of a channel becomes."""
        std = np.asarray(self.std, np.float64)
        scale, shift = (1 / (255 * std)).astype(np.float32), (-np.asarray(self.mean) / std).astype(np.float32)
        values = np.arange(256, dtype=np.float32)
        return [values * factor + offset for factor, offset in zip(scale, shift, strict=True)]

    @cached_property
    def hash(self) -> str:
        """16 hex digits that change with anything that changes the model's input; steps switched off do not."""
        seen = replace(self, steps=tuple(s for s in self.steps if s.on)).to_dict()
        return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()[:16]

    def to_dict(self) -> dict[str, Any]:
        """As stored in a manifest or a preset."""
        return {
            "steps": [step.to_dict() for step in self.steps],
            "input_size": self.input_size,
            "mean": list(self.mean),
            "std": list(self.std),
        }

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """A checked recipe. Raises BadRecipe naming what is wrong."""
        try:
            steps = tuple(Step.of(s["step"], on=bool(s.get("on", True)), **s.get("params", {})) for s in data["steps"])
            size = data["input_size"]
            if type(size) is not int:
                raise BadRecipe(f"input_size must be a whole number, not {size!r}")
            mean, std = _three(data["mean"]), _three(data["std"])
        except BadRecipe:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            raise BadRecipe(f"incomplete or malformed recipe: {error!r}") from None
        if not 32 <= size <= 1024:
            raise BadRecipe(f"input_size must lie in [32, 1024], not {size}")
        if max(map(abs, mean)) > 10 or not all(1e-3 <= value <= 1e3 for value in std):
            raise BadRecipe(f"mean must lie in [-10, 10] and std in [0.001, 1000] (of values 0 to 1), not {mean} and {std}")
        return cls(steps, size, mean, std)


def _three(values: Sequence[Any]) -> tuple[float, float, float]:
    red, green, blue = (float(v) for v in values)
    if not np.isfinite([red, green, blue]).all():
        raise ValueError(f"not finite: {values}")
    return red, green, blue
