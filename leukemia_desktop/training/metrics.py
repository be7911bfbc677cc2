"""Figures of merit, with intervals over groups: fields of one group are not independent (science.md, statistics)."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from leukemia_desktop.core.manifest import LABELS

Numbers = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
BENIGN = LABELS.index("Benign")


@dataclass(frozen=True)
class Interval:
    """A value with its 95 % group-bootstrap interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.4f} [{self.low:.4f}, {self.high:.4f}]"


def balanced_accuracy(truth: Labels, predicted: npt.NDArray[Any]) -> float:
    """Mean recall over the classes that occur in `truth`."""
    return float(np.mean([(predicted[truth == label] == label).mean() for label in np.unique(truth)]))


def accuracy(truth: Labels, predicted: npt.NDArray[Any]) -> float:
    """Share of fields with the right label."""
    return float((truth == predicted).mean())


def sensitivity(truth: Labels, predicted: npt.NDArray[Any]) -> float:
    """Share of ALL fields that are not called Benign; NaN without ALL fields."""
    disease = truth != BENIGN
    return float((predicted[disease] != BENIGN).mean()) if disease.any() else float("nan")


def specificity(truth: Labels, predicted: npt.NDArray[Any]) -> float:
    """Share of Benign fields that are called Benign; NaN without Benign fields."""
    benign = truth == BENIGN
    return float((predicted[benign] == BENIGN).mean()) if benign.any() else float("nan")


def expected_calibration_error(truth: Labels, probabilities: Numbers, bins: int = 15) -> float:
    """ECE = sum n_b / N |accuracy_b - confidence_b| over equal-width bins of the top probability."""
    confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
    bin_of = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(right[bin_of == b].sum() - confidence[bin_of == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(truth))


def brier(truth: Labels, probabilities: Numbers) -> float:
    """Mean squared distance between the probabilities and the one-hot truth, summed over classes."""
    return float(((probabilities - np.eye(probabilities.shape[1])[truth]) ** 2).sum(1).mean())


def fit_temperature(truth: Labels, logits: npt.NDArray[Any]) -> float:
    """T = argmin NLL(softmax(z / T)) (Guo et al. 2017), between 0.05 and 20."""

    def loss(log_temperature: float) -> float:
        scaled = log_softmax(logits / np.exp(log_temperature), axis=1)
        return -float(scaled[np.arange(len(truth)), truth].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(np.log(0.05), np.log(20)), method="bounded").x))


def fit_conformal(truth: Labels, probabilities: Numbers, alpha: float) -> float:
    """Split-conformal threshold (LAC): the ceil((n+1)(1-alpha))-th smallest score 1 - p_y; 1 when n is too small."""
    scores = np.sort(1 - probabilities[np.arange(len(truth)), truth])
    rank = int(np.ceil((len(scores) + 1) * (1 - alpha)))
    return float(scores[rank - 1]) if rank <= len(scores) else 1.0


def group_bootstrap(
    statistic: Callable[[npt.NDArray[np.int64]], float], groups: npt.NDArray[Any], *, draws: int = 2000, seed: int = 0
) -> Interval:
    """`statistic(indices)` over all fields, with a 95 % percentile interval over groups drawn with replacement."""
    rng = np.random.default_rng(seed)
    members = [np.flatnonzero(groups == g) for g in np.unique(groups)]
    values = []
    for _ in range(draws):
        chosen = rng.integers(len(members), size=len(members))
        values.append(statistic(np.concatenate([members[c] for c in chosen])))
    low, high = np.nanquantile(values, [0.025, 0.975])
    return Interval(statistic(np.arange(len(groups))), float(low), float(high))


def measure(truth: Labels, probabilities: Numbers, groups: npt.NDArray[Any]) -> dict[str, Any]:
    """Every figure of calibrated probabilities (N, 4), as plain values for the manifest and the card."""
    predicted = probabilities.argmax(1)
    figures: Mapping[str, Callable[[Labels], float]] = {
        "balanced_accuracy": lambda i: balanced_accuracy(truth[i], predicted[i]),
        "accuracy": lambda i: accuracy(truth[i], predicted[i]),
        "sensitivity": lambda i: sensitivity(truth[i], predicted[i]),
        "specificity": lambda i: specificity(truth[i], predicted[i]),
        "ece": lambda i: expected_calibration_error(truth[i], probabilities[i]),
        "brier": lambda i: brier(truth[i], probabilities[i]),
    }
    precision, recall, f1, support = precision_recall_fscore_support(
        truth, predicted, labels=range(len(LABELS)), zero_division=0.0
    )
    return {
        "fields": len(truth),
        "groups": len(np.unique(groups)),
        **{name: asdict(group_bootstrap(figure, groups)) for name, figure in figures.items()},
        "per_class": {
            label: {
                "precision": float(precision[i]),
                "recall": float(recall[i]),
                "f1": float(f1[i]),
                "fields": int(support[i]),
            }
            for i, label in enumerate(LABELS)
        },
        "confusion": confusion_matrix(truth, predicted, labels=range(len(LABELS))).tolist(),
    }
