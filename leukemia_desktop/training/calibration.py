"""From logits to probabilities and prediction sets that keep their word, fitted on fields the model never saw."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax

from leukemia_desktop.training.domain import beyond
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.metrics import BINS, Labels, measure
from leukemia_desktop.training.predictions import Predictions
from leukemia_desktop.training.resampling import Interval, Numbers, Resampling
from leukemia_desktop.training.selective import curve

ALPHA, STRICT_ALPHA = 0.05, 0.01
"""Share of fields whose prediction set may miss the truth: as shipped, and for those who want to miss fewer."""


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


def probabilities(logits: npt.NDArray[np.float32], temperature: float) -> Numbers:
    """softmax(logits / temperature)."""
    calibrated: Numbers = softmax(logits.astype(np.float64) / temperature, axis=1)
    return calibrated


@dataclass(frozen=True)
class CrossFitted:
    """Predictions of which every part was calibrated by the others, so that no figure was fitted on what it measures."""

    probabilities: Numbers
    """(N, C)."""
    sets: dict[float, npt.NDArray[np.bool_]]
    """Prediction sets (N, C) by alpha."""


def cross_fit(predictions: Predictions, reference: Predictions | None = None) -> CrossFitted:
    """Calibrate every part on the other parts of `reference`, by default of the predictions themselves.

    `reference` lets perturbed fields be judged by what was fitted on fields as they are. Raises TrainingError.
    """
    reference = reference or predictions
    calibrated = np.empty(predictions.logits.shape, np.float64)
    sets = {alpha: np.zeros(calibrated.shape, bool) for alpha in (ALPHA, STRICT_ALPHA)}
    for part in np.unique(predictions.part):
        own = predictions.part == part
        # random splits test some fields more than once
        others = (reference.part != part) & ~np.isin(reference.files, predictions.files[own])
        if not others.any():
            raise TrainingError(f"{predictions.protocol}: one part alone cannot be calibrated by others")
        temperature = fit_temperature(reference.truth[others], reference.logits[others])
        calibrated[own] = probabilities(predictions.logits[own], temperature)
        unseen = probabilities(reference.logits[others], temperature)
        for alpha, inside in sets.items():
            inside[own] = 1 - calibrated[own] <= fit_conformal(reference.truth[others], unseen, alpha)
    return CrossFitted(calibrated, sets)


def cross_fitted_figures(predictions: Predictions, reference: Predictions | None = None) -> dict[str, Any]:
    """metrics.measure of cross-fitted predictions, with their prediction sets and the share flagged out of domain."""
    fitted = cross_fit(predictions, reference)
    figures = measure(predictions.truth, fitted.probabilities, predictions.groups, predictions.part)
    draws = Resampling.of(predictions.groups)
    fields = draws.sums(np.ones(len(predictions.truth)))
    figures["sets"] = []
    for alpha, inside in fitted.sets.items():
        covers = inside[np.arange(len(inside)), predictions.truth]
        coverage, size = (Interval.of(draws.sums(values) / fields) for values in (covers, inside.sum(1)))
        figures["sets"].append({"alpha": alpha, "coverage": asdict(coverage), "mean_set_size": asdict(size)})
    figures["coverage"] = figures["sets"][0]["coverage"]["value"]
    figures["mean_set_size"] = figures["sets"][0]["mean_set_size"]["value"]
    figures["curves"] = curves(predictions.truth, fitted.probabilities)
    if predictions.as_shipped:
        figures["flagged_out_of_domain"] = float(outside_unseen(predictions).mean())
    return figures


def curves(truth: Labels, calibrated: Numbers) -> dict[str, Any]:
    """What the reliability diagram and the risk-coverage curve are drawn from."""
    confidence, wrong = calibrated.max(1), calibrated.argmax(1) != truth
    bin_of = np.minimum((confidence * BINS).astype(int), BINS - 1)
    bins = [bin_of == number for number in range(BINS)]
    return {
        "reliability": [
            [int(own.sum()), float(confidence[own].mean()), float(1 - wrong[own].mean())] if own.any() else [0, 0.0, 0.0]
            for own in bins
        ],
        "risk_coverage": curve(confidence, wrong),
    }


def outside_unseen(predictions: Predictions) -> npt.NDArray[np.bool_]:
    """Which unseen in-domain fields (N,) lie outside the domain of features, each part by what the others give."""
    return beyond(predictions.distances, predictions.part)
