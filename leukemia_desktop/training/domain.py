"""Fit the domain of a model on its training features, and the threshold on features of fields it never saw."""

import io

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.domain import Domain
from leukemia_desktop.training.dataset import Indices

DIRECTIONS = 64
IN_DOMAIN = 0.98
"""Share of unseen in-domain fields that must stay inside: 2 % are flagged for nothing."""

Floats = npt.NDArray[np.float32]


def fit_domain(features: Floats, labels: Indices, *, threshold: float = 1.0) -> Domain:
    """The domain of training features (N, D) with class numbers (N,)."""
    classes = np.unique(labels)
    means = np.stack([features[labels == label].mean(0) for label in classes])
    centred = (features - means[np.searchsorted(classes, labels)]).astype(np.float64)
    directions = min(DIRECTIONS, len(features) - 1, features.shape[1] - 1)
    values, vectors = np.linalg.eigh(centred.T @ centred / len(centred))  # ascending
    leading = slice(len(values) - directions, None)
    # a direction that never varied in training would make every distance infinite
    floor = max(float(values[-1]) * 1e-6, 1e-12)
    tail = max(float(values[: -directions or None].mean()), floor)
    basis = vectors[:, leading] / np.sqrt(np.maximum(values[leading], tail))
    return Domain(means.astype(np.float32), basis.astype(np.float32), tail, threshold)


def typical_distance(features: Floats, labels: Indices) -> float:
    """Median distance of training features to their own domain: the unit in which models can be compared."""
    return float(np.median(fit_domain(features, labels).distances(features)))


def unseen_ratio(distances: npt.NDArray[np.float64], share: float = IN_DOMAIN) -> float:
    """The quantile `share` of distances of unseen fields, each already divided by its model's typical distance."""
    return float(np.quantile(distances, share))


def beyond(distances: npt.NDArray[np.float64], part: Indices, share: float = IN_DOMAIN) -> npt.NDArray[np.bool_]:
    """Which unseen fields (N,) lie outside, those of each part by the ratio that the others give."""
    outside = np.empty(len(distances), bool)
    for number in np.unique(part):
        outside[part == number] = distances[part == number] > unseen_ratio(distances[part != number], share)
    return outside


def to_bytes(domain: Domain) -> bytes:
    """domain.npz as it lies in a model folder."""
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, means=domain.means, basis=domain.basis, tail=np.float64(domain.tail))
    return buffer.getvalue()
