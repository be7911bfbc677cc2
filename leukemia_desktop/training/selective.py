"""Selective prediction: how many errors are left when the least confident fields go to a person."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.training.resampling import Numbers, Resampling

COVERAGES = (80, 90, 95)
"""Percent of the fields that the program keeps."""


@dataclass(frozen=True)
class Ranked:
    """Fields from the most to the least confident: how many, and how many errors, up to each; (1 + draws, N)."""

    accepted: npt.NDArray[Any]
    errors: npt.NDArray[Any]


def ranked_errors(draws: Resampling, confidence: Numbers, wrong: npt.NDArray[np.bool_]) -> Ranked:
    """Rank the fields by confidence (N,), for the data and for every draw."""
    order = np.argsort(-confidence, kind="stable")
    weights = draws.of_fields(order)
    return Ranked(np.cumsum(weights, 1), np.cumsum(weights * wrong[order].astype(np.float32), 1))


def risk_at(ranked: Ranked, coverage: float) -> Numbers:
    """Share of errors among the most confident fields that make up at least `coverage` of all."""
    enough = (ranked.accepted >= coverage * ranked.accepted[:, -1:] - 1e-6).argmax(1)
    rows = np.arange(len(enough))
    risk: Numbers = ranked.errors[rows, enough].astype(np.float64) / ranked.accepted[rows, enough]
    return risk


def augrc(ranked: Ranked) -> Numbers:
    """Area under the generalised risk-coverage curve (Traub et al. 2024, arXiv 2407.01032), by trapezes; lower is better.

    The generalised risk is the share of all fields that are both accepted and wrong.
    """
    total = ranked.accepted[:, -1:].astype(np.float64)
    steps = np.diff(ranked.accepted, axis=1, prepend=0)
    heights = ranked.errors - np.diff(ranked.errors, axis=1, prepend=0) / 2
    area: Numbers = (steps * heights).sum(1, dtype=np.float64) / total[:, 0] ** 2
    return area


def curve(confidence: Numbers, wrong: npt.NDArray[np.bool_], points: int = 100) -> list[list[float]]:
    """`points` of the risk-coverage curve as [coverage, share of errors among the accepted]."""
    order = np.argsort(-confidence, kind="stable")
    errors = np.cumsum(wrong[order])
    ends = np.unique(np.ceil(np.linspace(0.05, 1, points) * len(order)).astype(int))
    return [[float(end / len(order)), float(errors[end - 1] / end)] for end in ends]
