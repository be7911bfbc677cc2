"""Whole groups drawn with replacement: fields of one group are not independent (science.md, statistics)."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
DRAWS = 2000


@dataclass(frozen=True)
class Interval:
    """A value with its 95 % group-bootstrap interval."""

    value: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Numbers) -> Self:
        """Of a figure for the data (first) and for every draw (the rest); percentiles, draws that have no value left out."""
        drawn = values[1:][np.isfinite(values[1:])]
        low, high = np.quantile(drawn, [0.025, 0.975]) if len(drawn) else (np.nan, np.nan)
        return cls(float(values[0]), float(low), float(high))

    def __str__(self) -> str:
        return f"{self.value:.4f} [{self.low:.4f}, {self.high:.4f}]"


@dataclass(frozen=True)
class Resampling:
    """How often each group counts: once each in the first row, the data as they are, and as drawn in every other row.

    A figure made of sums over fields costs one matrix product for all draws.
    """

    group_of: npt.NDArray[np.intp]
    """Group number of each field, (N,)."""
    weights: Numbers
    """(1 + draws, groups)."""

    @classmethod
    def of(cls, groups: npt.NDArray[Any], *, draws: int = DRAWS, seed: int = 0) -> Self:
        """Draw from the distinct values of `groups` (N,)."""
        names, group_of = np.unique(groups, return_inverse=True)
        count = len(names)
        chosen = np.random.default_rng(seed).integers(count, size=(draws, count))
        flat = (chosen + count * np.arange(draws)[:, None]).ravel()
        drawn = np.bincount(flat, minlength=draws * count).reshape(draws, count)
        return cls(group_of, np.concatenate([np.ones((1, count)), drawn]))

    def sums(self, values: npt.NDArray[Any]) -> Numbers:
        """Sums of `values` (N, ...) over fields, (1 + draws, ...)."""
        by_group = np.zeros((self.weights.shape[1], *values.shape[1:]))
        np.add.at(by_group, self.group_of, values)
        sums: Numbers = np.tensordot(self.weights, by_group, 1)
        return sums

    def of_fields(self, order: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        """How often each field counts, (1 + draws, N), fields in this order."""
        return self.weights.astype(np.float32)[:, self.group_of[order]]
