"""Is a field like those the model learned from? A distance in the model's own features, 1 at the border."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.manifest import BrokenModel, Manifest

METHOD = "mahalanobis-ppca"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Domain:
    """Class means in feature space and the directions in which training fields vary."""

    means: Floats
    """(C, D)."""
    basis: Floats
    """(D, k): the leading directions, each divided by its standard deviation."""
    tail: float
    """Variance in any other direction."""
    threshold: float
    """Distance at the border of the domain."""

    @classmethod
    def read(cls, manifest: Manifest) -> Self | None:
        """The domain of a model folder, or None where the manifest names none. Raises BrokenModel."""
        stated: Mapping[str, Any] | None = manifest.raw.get("domain")
        if not stated:
            return None
        try:
            name, threshold = str(stated["file"]), float(stated["threshold"])
            if stated["method"] != METHOD:
                raise ValueError(f"unknown method {stated['method']!r}")
            if name != "domain.npz" or not 0 < threshold < float("inf"):
                raise ValueError(f"file {name!r} must be domain.npz, threshold {threshold} positive")
            data = (manifest.folder / name).read_bytes()
            if hashlib.sha256(data).hexdigest() != stated["sha256"]:
                raise ValueError("domain.npz was altered: its SHA-256 differs from the manifest's")
            with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
                means, basis, tail = arrays["means"], arrays["basis"], float(arrays["tail"])
        except (KeyError, TypeError, ValueError, OSError, EOFError) as error:
            raise BrokenModel(f"model {manifest.id}: domain: {getattr(error, 'strerror', None) or error}") from None
        whole = means.ndim == basis.ndim == 2 and means.shape[1] == basis.shape[0] and tail > 0
        if not whole or not all(np.isfinite(a).all() and a.dtype == np.float32 for a in (means, basis)):
            raise BrokenModel(f"model {manifest.id}: domain: domain.npz does not hold means, basis and tail")
        return cls(means, basis, tail, threshold)

    def score(self, features: Floats) -> float:
        """Distance of features (D,) to the nearest class over the threshold: above 1 is out of the domain.

        Mahalanobis distance min_c (f - mu_c)' S^-1 (f - mu_c) with S modelled by its leading directions and one variance
        for the rest (probabilistic PCA, Tipping and Bishop 1999), because S itself has more entries than there are fields.
        """
        return float(self.distances(features[None])[0]) / self.threshold

    def distances(self, features: Floats) -> npt.NDArray[np.float64]:
        """Root mean squared distances (N,) of features (N, D), before the threshold."""
        means, basis, scale, projected, squared = self._prepared
        given = features.astype(np.float64)
        along = (given @ basis)[:, None] - projected  # (N, C, k)
        square = (given**2).sum(1)[:, None] - 2 * given @ means.T + squared  # (N, C): |f - mu|^2
        rest = np.maximum(square - ((along / scale) ** 2).sum(2), 0)
        nearest = ((along**2).sum(2) + rest / self.tail).min(1)
        distances: npt.NDArray[np.float64] = np.sqrt(nearest / features.shape[1])
        return distances

    @cached_property
    def _prepared(self) -> tuple[npt.NDArray[np.float64], ...]:
        """Means and basis in double precision, 1 / standard deviation of each direction, projected means, their squares."""
        means, basis = self.means.astype(np.float64), self.basis.astype(np.float64)
        return means, basis, np.linalg.norm(basis, axis=0), means @ basis, (means**2).sum(1)
