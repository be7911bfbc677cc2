"""How well fields that a model was not made for are told from unseen ones that it was: three scores, compared."""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import logsumexp
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import NearestNeighbors

from leukemia_desktop.core.analysis import Result, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.image import read_image
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields, Indices
from leukemia_desktop.training.domain import fit_domain, typical_distance
from leukemia_desktop.training.errors import BadConfig, TrainingError
from leukemia_desktop.training.onnx_file import onnx_outputs
from leukemia_desktop.training.shipped import fold_file, precision
from leukemia_desktop.training.split import PROTOCOLS
from leukemia_desktop.training.strange import foreign_images, strange_images
from leukemia_desktop.training.train import load_checkpoint

NEIGHBOURS = 10
EDGES = [round(0.1 * edge, 1) for edge in range(31)]
"""Of the histogram of domain scores."""
Floats = npt.NDArray[np.float32]
Scores = npt.NDArray[np.float64]
Sets = Mapping[str, Sequence[Path]]


def scores_of(
    learned: Floats, labels: Indices, features: Floats, logits: Floats, *, neighbours: int = NEIGHBOURS
) -> dict[str, Scores]:
    """Scores (N,) of fields by method, larger is stranger.

    mahalanobis: the distance that ships, over its typical value. knn: cosine distance to the k-th nearest training field
    (Sun et al. 2022). energy: -logsumexp of the logits (Liu et al. 2020).
    """
    search = NearestNeighbors(n_neighbors=min(neighbours, len(learned)), metric="cosine").fit(learned)
    return {
        "mahalanobis": fit_domain(learned, labels).distances(features) / typical_distance(learned, labels),
        "knn": search.kneighbors(features)[0][:, -1].astype(np.float64),
        "energy": -np.asarray(logsumexp(logits.astype(np.float64), axis=1)),
    }


def separation(unseen: Scores, strange: Scores) -> dict[str, float]:
    """AUROC of strange against unseen, and the share of strange fields accepted where 95 % of the unseen are."""
    truth = np.repeat([0, 1], [len(unseen), len(strange)])
    border = np.quantile(unseen, 0.95)
    return {
        "auroc": float(roc_auc_score(truth, np.concatenate([unseen, strange]))),
        "accepted_at_95": float((strange <= border).mean()),
    }


def compare_scores(run: Path, dataset: Dataset, fields: Fields, sets: Sets, *, int8: bool) -> dict[str, Any]:
    """Mean of `separation` over the field-disjoint models of `run`, by method and set, with histograms of what ships.

    Raises TrainingError where a model is missing.
    """
    found: dict[str, dict[str, list[dict[str, float]]]] = {}
    splits = PROTOCOLS["field-disjoint"](dataset)
    config, _, _ = load_checkpoint(run / "field-disjoint" / splits[0].name / "last.pt")
    strangers = {name: _load(paths, config.recipe) for name, paths in sets.items()}
    histograms: dict[str, npt.NDArray[np.int64]] = {}
    for split in splits:
        file = fold_file(run, "field-disjoint", split, dataset, fields, int8=int8)
        _, learned = onnx_outputs(file, fields[split.train], config.recipe)
        labels = dataset.labels[split.train]
        logits, features = onnx_outputs(file, fields[split.test], config.recipe)
        unseen = scores_of(learned, labels, features, logits)
        border = float(np.quantile(unseen["mahalanobis"], 0.98))
        _count(histograms, "unseen fields", unseen["mahalanobis"] / border)
        for name, images in strangers.items():
            logits, features = onnx_outputs(file, images, config.recipe)
            strange = scores_of(learned, labels, features, logits)
            _count(histograms, name, strange["mahalanobis"] / border)
            for method, scores in strange.items():
                found.setdefault(method, {}).setdefault(name, []).append(separation(unseen[method], scores))
    return {
        "config": config.to_dict(),
        "fields": {name: len(paths) for name, paths in sets.items()},
        "methods": {
            method: {name: {key: float(np.mean([one[key] for one in of])) for key in of[0]} for name, of in by_set.items()}
            for method, by_set in found.items()
        },
        "histogram": {"edges": EDGES, "counts": {name: counts.tolist() for name, counts in histograms.items()}},
    }


def measured_path(run: Path, *, int8: bool) -> Path:
    """Where `measure_scores` keeps what it found."""
    return run / f"out-of-domain-{precision(int8=int8)}.json"


def measure_scores(run: Path, dataset: Dataset, fields: Callable[[], Fields], foreign: Path | None, *, int8: bool) -> Path:
    """`compare_scores` on strange images and the smears in `foreign`; returns the file in `run` that keeps it."""
    kept = measured_path(run, int8=int8)
    config, _, _ = load_checkpoint(run / "field-disjoint" / "fold-0" / "last.pt")
    with tempfile.TemporaryDirectory() as scratch:
        sets = ({"smears from elsewhere": foreign_images(foreign)} if foreign else {}) | strange_images(Path(scratch))
        known = read_measured(kept, config)
        if not known or known["fields"] != {name: len(paths) for name, paths in sets.items()}:
            found = compare_scores(run, dataset, fields(), sets, int8=int8)
            replace_file(kept, lambda stream: write_text(stream, json.dumps(found, indent=1) + "\n"))
    return kept


def read_measured(path: Path, config: TrainConfig) -> dict[str, Any] | None:
    """What was kept for this configuration, or None. Raises TrainingError naming a file that is damaged."""
    if not path.exists():
        return None
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        same = TrainConfig.from_dict(found.pop("config")).to_dict() == config.to_dict()
        complete = {"fields", "methods", "histogram"} <= set(found)
    except BadConfig:
        return None
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise TrainingError(f"{path}: not what leukemia-train compare keeps: {error}") from None
    if not complete:
        raise TrainingError(f"{path}: not what leukemia-train compare keeps; remove it to measure anew")
    return found if same else None


def flagged(classifier: Classifier, sets: Sets) -> dict[str, dict[str, float]]:
    """By set, what the program itself says, from file to verdict: the share flagged out of domain, and marked for review."""
    shares = {}
    for name, paths in sets.items():
        fields = [Field(path, path.parent.name, path.name) for path in paths]
        results = [o for o in analyze(fields, classifier) if isinstance(o, Result)]
        shares[name] = {
            "fields": len(results),
            "out_of_domain": float(np.mean(["out_of_domain" in r.verdict.flags for r in results])),
            "review": float(np.mean([r.verdict.status == "review" for r in results])),
        }
    return shares


def _load(paths: Sequence[Path], recipe: Recipe) -> Fields:
    return np.stack([recipe.model_input(read_image(path)) for path in paths])


def _count(histograms: dict[str, npt.NDArray[np.int64]], name: str, scores: Scores) -> None:
    counts, _ = np.histogram(np.clip(scores, EDGES[0], EDGES[-1] - 1e-9), EDGES)
    histograms[name] = histograms.get(name, np.zeros(len(EDGES) - 1, np.int64)) + counts
