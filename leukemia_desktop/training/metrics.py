"""Figures of merit of calibrated probabilities, each with its interval over groups."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.resampling import Interval, Numbers, Resampling
from leukemia_desktop.training.selective import COVERAGES, augrc, ranked_errors, risk_at

Labels = npt.NDArray[np.int64]
Counts = npt.NDArray[Any]
"""Confusion counts (..., C, C), rows are true classes; every figure below takes one matrix or thousands."""
BENIGN = LABELS.index("Benign")
BINS = 15


def confusion(truth: Labels, predicted: npt.NDArray[Any]) -> Counts:
    """Counts (C, C) of true class by predicted class."""
    counts = np.zeros((len(LABELS), len(LABELS)), np.int64)
    np.add.at(counts, (truth, predicted), 1)
    return counts


def recall(counts: Counts) -> Numbers:
    """Of each class (..., C), the share that was found; NaN for a class that does not occur."""
    return _ratio(np.diagonal(counts, axis1=-2, axis2=-1), counts.sum(-1))


def precision(counts: Counts) -> Numbers:
    """Of what was given each label (..., C), the share that is right; NaN for a label that was never given."""
    return _ratio(np.diagonal(counts, axis1=-2, axis2=-1), counts.sum(-2))


def f1(counts: Counts) -> Numbers:
    """Harmonic mean of precision and recall (..., C): 2 right / (true + given)."""
    return _ratio(2 * np.diagonal(counts, axis1=-2, axis2=-1), counts.sum(-1) + counts.sum(-2))


def balanced_accuracy(counts: Counts) -> Numbers:
    """Mean recall over the classes that occur."""
    found = recall(counts)
    occurs = np.isfinite(found)
    return _ratio(np.where(occurs, found, 0).sum(-1), occurs.sum(-1))


def accuracy(counts: Counts) -> Numbers:
    """Share of fields with the right label."""
    return _ratio(np.trace(counts, axis1=-2, axis2=-1), counts.sum((-2, -1)))


def sensitivity(counts: Counts) -> Numbers:
    """Share of ALL fields that are not called Benign; NaN without ALL fields."""
    disease = counts.sum((-2, -1)) - counts[..., BENIGN, :].sum(-1)
    return _ratio(disease - counts[..., :, BENIGN].sum(-1) + counts[..., BENIGN, BENIGN], disease)


def specificity(counts: Counts) -> Numbers:
    """Share of Benign fields that are called Benign; NaN without Benign fields."""
    return _ratio(counts[..., BENIGN, BENIGN], counts[..., BENIGN, :].sum(-1))


FIGURES: Mapping[str, Callable[[Counts], Numbers]] = {
    "balanced_accuracy": balanced_accuracy,
    "accuracy": accuracy,
    "sensitivity": sensitivity,
    "specificity": specificity,
}


def calibration_gaps(truth: Labels, probabilities: Numbers, bins: int = BINS) -> Numbers:
    """Per field (N, bins): right (0 or 1) minus confidence in the bin of its confidence, 0 in the others.

    ECE = sum_b |sum of gaps in b| / N over equal-width bins of the top probability.
    """
    confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
    gaps = np.zeros((len(truth), bins))
    gaps[np.arange(len(truth)), np.minimum((confidence * bins).astype(int), bins - 1)] = right - confidence
    return gaps


def expected_calibration_error(truth: Labels, probabilities: Numbers, bins: int = BINS) -> float:
    """ECE = sum n_b / N |accuracy_b - confidence_b| over equal-width bins of the top probability."""
    return float(np.abs(calibration_gaps(truth, probabilities, bins).sum(0)).sum() / len(truth))


def squared_errors(truth: Labels, probabilities: Numbers) -> Numbers:
    """Per field (N,), the squared distance of the probabilities from the one-hot truth: the Brier score is their mean."""
    errors: Numbers = ((probabilities - np.eye(probabilities.shape[1])[truth]) ** 2).sum(1)
    return errors


def confusion_draws(draws: Resampling, truth: Labels, predicted: npt.NDArray[Any]) -> Counts:
    """Confusion counts of the data and of every draw, (1 + draws, C, C)."""
    size = len(LABELS)
    cells = np.eye(size * size)[truth * size + predicted]
    return draws.sums(cells).reshape(-1, size, size)


def measure(
    truth: Labels, probabilities: Numbers, groups: npt.NDArray[Any], parts: npt.NDArray[Any] | None = None
) -> dict[str, Any]:
    """Every figure of calibrated probabilities (N, C), as plain values for the manifest, the card and RESULTS.md.

    `parts` (N,) numbers the split that tested each field; with it the calibration of the worst part is told too.
    """
    predicted, draws = probabilities.argmax(1), Resampling.of(groups)
    counts = confusion_draws(draws, truth, predicted)
    fields = counts.sum((1, 2))
    gaps = calibration_gaps(truth, probabilities)
    figures = {name: figure(counts) for name, figure in FIGURES.items()}
    figures["ece"] = _ratio(np.abs(draws.sums(gaps)).sum(1), fields)
    figures["brier"] = _ratio(draws.sums(squared_errors(truth, probabilities)), fields)
    if parts is not None:
        of_part = np.eye(int(parts.max()) + 1)[parts]
        by_part = np.abs(draws.sums(gaps[:, None, :] * of_part[:, :, None])).sum(2)
        figures["ece_worst_part"] = np.fmax.reduce(_ratio(by_part, draws.sums(of_part)), axis=1)
    ranked = ranked_errors(draws, probabilities.max(1), predicted != truth)
    figures |= {f"risk_at_{coverage}": risk_at(ranked, coverage / 100) for coverage in COVERAGES}
    figures["augrc"] = augrc(ranked)
    of_class = {"precision": precision(counts), "recall": recall(counts), "f1": f1(counts)}
    return {
        "fields": len(truth),
        "groups": len(np.unique(groups)),
        **{name: asdict(Interval.of(values)) for name, values in figures.items()},
        "per_class": {label: _of_one_class(of_class, i, truth) for i, label in enumerate(LABELS)},
        "confusion": counts[0].astype(int).tolist(),
    }


def _of_one_class(figures: Mapping[str, Numbers], label: int, truth: Labels) -> dict[str, Any]:
    intervals = {name: Interval.of(values[:, label]) for name, values in figures.items()}
    return {
        # of a label that was never given, or a class that does not occur, nothing can be said
        **{name: float(np.nan_to_num(interval.value)) for name, interval in intervals.items()},
        "intervals": {name: np.nan_to_num([interval.low, interval.high]).tolist() for name, interval in intervals.items()},
        "fields": int((truth == label).sum()),
    }


def _ratio(part: npt.NDArray[Any], whole: npt.NDArray[Any]) -> Numbers:
    part, whole = np.broadcast_arrays(np.asarray(part, np.float64), np.asarray(whole, np.float64))
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
