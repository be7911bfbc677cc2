"""Is the smear itself like those the model learned from? A distance in what a survey leaves of a field, 1 at the border.

A model that sees cells alone says nothing of what lies around them, and cannot refuse a page of print. So the manifest may
state, beside the domain of the model's features, what the smear has to look like, whatever model looks at it:

    "smear": {"version": 1, "method": "mahalanobis", "numbers": [...], "mean": [...], "inverse_covariance": [[...], ...],
              "threshold": ...}

`numbers` are those of NUMBERS in their order. Programs that do not know the statement leave it alone; one of a later version
is refused, because nobody knows what it would have refused. `measured` is for cards and changes no verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from reprlib import repr as short
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.manifest import BrokenModel, Manifest

VERSION = 1
METHOD = "mahalanobis"
NUMBERS = (
    "background_red",
    "background_green",
    "background_blue",
    "red_cells_red",
    "red_cells_green",
    "red_cells_blue",
    "log_magnification",
    "purple_threshold",
)
"""Mean R, G and B of the background and of red cells, 0 to 255; the natural logarithm of a red cell's size relative to
training; what nuclei have more of, (R + B) / 2 - G. Nuclear colours are left out: moderate changes of stain move them, what
is no smear differs in all of these, and a model that sees cells alone says of cells itself how strange they are."""
_LARGEST = 1e9
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class SmearDomain:
    """Where the numbers of training fields lie."""

    mean: Floats
    """(len(NUMBERS),)."""
    inverse_covariance: Floats
    """(len(NUMBERS), len(NUMBERS))."""
    threshold: float
    """Distance at the border of the domain."""

    @classmethod
    def read(cls, manifest: Manifest) -> Self | None:
        """What the manifest states of the smear, or None where it states nothing. Raises BrokenModel."""
        stated = manifest.raw.get("smear")
        if stated is None:
            return None
        try:
            return cls._checked(stated)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
            raise BrokenModel(f"model {manifest.id}: smear: {reason}") from None

    @classmethod
    def _checked(cls, stated: Any) -> Self:
        if not isinstance(stated, dict):
            raise ValueError(f"it must be an object, not {short(stated)}")
        if type(stated["version"]) is not int or stated["version"] != VERSION:
            raise ValueError(f"version {short(stated['version'])} is not {VERSION}; a newer program may read it")
        if stated["method"] != METHOD:
            raise ValueError(f"unknown method {short(stated['method'])}")
        if stated["numbers"] != list(NUMBERS):
            raise ValueError(f"numbers {short(stated['numbers'])} are not {', '.join(NUMBERS)}")
        mean = _numbers("mean", stated["mean"])
        rows = stated["inverse_covariance"]
        if not isinstance(rows, list) or len(rows) != len(NUMBERS):
            raise ValueError(f"inverse_covariance must be {len(NUMBERS)} rows of as many numbers, not {short(rows)}")
        inverse = np.stack([_numbers("a row of inverse_covariance", row) for row in rows])
        spread = np.linalg.eigvalsh((inverse + inverse.T) / 2)  # ascending
        if not np.allclose(inverse, inverse.T, rtol=1e-6) or spread[0] <= 1e-12 * spread[-1]:
            raise ValueError("inverse_covariance is that of no distribution: not symmetric and positive definite")
        threshold = _number("threshold", stated["threshold"])
        if threshold < 1 / _LARGEST:
            raise ValueError(f"threshold {threshold} must be positive")
        return cls(mean, inverse, threshold)

    def statement(self) -> dict[str, Any]:
        """As the manifest states it."""
        return {
            "version": VERSION,
            "method": METHOD,
            "numbers": list(NUMBERS),
            "mean": self.mean.tolist(),
            "inverse_covariance": self.inverse_covariance.tolist(),
            "threshold": self.threshold,
        }

    def score(self, numbers: Sequence[float]) -> float:
        """Distance of a field's numbers over the threshold: above 1 the smear is another one."""
        return float(self.distances(np.array([numbers]))[0]) / self.threshold

    def distances(self, numbers: Floats) -> Floats:
        """Mahalanobis distances (N,) of (N, len(NUMBERS)), per number, before the threshold."""
        away = numbers - self.mean
        squares = ((away @ self.inverse_covariance) * away).sum(1)
        distances: Floats = np.sqrt(np.maximum(squares, 0) / len(NUMBERS))  # rounding can leave less than nothing
        return distances


def _numbers(name: str, stated: Any) -> Floats:
    if not isinstance(stated, list) or len(stated) != len(NUMBERS):
        raise ValueError(f"{name} must be {len(NUMBERS)} numbers, not {short(stated)}")
    return np.array([_number(name, value) for value in stated])


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name}: {short(value)} is no number")
    if not -_LARGEST <= value <= _LARGEST:  # NaN is not, either
        raise ValueError(f"{name}: {short(value)} is beyond all measure")
    return float(value)
