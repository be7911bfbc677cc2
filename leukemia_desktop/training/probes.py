"""Shortcut probes: how far what has nothing to do with leukaemia goes alone, on the same splits as the models."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from sklearn.ensemble import RandomForestClassifier

from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.image import Image, UnreadableImage, read_image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.stain import stain
from leukemia_desktop.training.dataset import Dataset, progress_bar
from leukemia_desktop.training.errors import BadDataset
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.split import PROTOCOLS, Split

CORNER = (0.82, 0.69)
"""Top and left of the corner with the burnt-in scale bar, in shares of height and width."""
TREES = 300
Features = npt.NDArray[np.float32]


def corner(image: Image) -> Features:
    """The lower right corner at 12 x 7 pixels."""
    height, width = image.shape[:2]
    cut = image[int(CORNER[0] * height) :, int(CORNER[1] * width) :]
    return np.asarray(cv2.resize(cut, (12, 7), interpolation=cv2.INTER_AREA), np.float32).ravel()


def background_colour(image: Image) -> Features:
    """Median R, G, B of the background outside the corner."""
    return _median(image, stain(image).covered == 0)


def background_and_red_cell_colour(image: Image) -> Features:
    """Median R, G, B of the background and of what is covered but no nucleus, outside the corner."""
    maps = stain(image)
    return np.concatenate([_median(image, maps.covered == 0), _median(image, (maps.covered > 0) & (maps.nuclei == 0))])


def cell_count(image: Image) -> Features:
    """The number of WBC-like cells."""
    return np.array([len(survey(image).counted)], np.float32)


PROBES: Mapping[str, Callable[[Image], Features]] = {
    "corner": corner,
    "background-colour": background_colour,
    "background-and-red-cell-colour": background_and_red_cell_colour,
    "cell-count": cell_count,
}


def probe(name: str, dataset: Dataset, runs: Path, protocols: Sequence[str]) -> list[Predictions]:
    """Predictions of a random forest on the numbers of one probe under each protocol, kept as "probe-NAME".

    Logits are logarithms of its class probabilities (Laplace's rule keeps them finite). Raises TrainingError.
    """
    config: dict[str, Any] = {"name": f"probe-{name}", "probe": name, "trees": TREES}
    features: Features | None = None
    kept = []
    for protocol in protocols:
        splits, path = PROTOCOLS[protocol](dataset), predictions_path(runs, config["name"], protocol)
        if path.exists() and (known := Predictions.read(path)).config == config:
            known.check_fits(dataset, splits, path)
            kept.append(known)
            continue
        features = features_of(name, dataset) if features is None else features
        logits = [_votes(features, dataset, split) for split in splits]
        kept.append(Predictions.of(config, protocol, dataset, splits, np.concatenate(logits)))
        kept[-1].write(path)
    return kept


def _votes(features: Features, dataset: Dataset, split: Split) -> npt.NDArray[np.float64]:
    forest = RandomForestClassifier(TREES, class_weight="balanced", random_state=0)
    forest.fit(features[split.train], dataset.labels[split.train])
    votes = TREES * forest.predict_proba(features[split.test])
    logits: npt.NDArray[np.float64] = np.log((votes + 1) / (TREES + len(LABELS)))
    return logits


def features_of(name: str, dataset: Dataset) -> Features:
    """The numbers of one probe for every field, (N, K). BadDataset names an unreadable file."""

    def of_one(file: str) -> Features:
        try:
            return PROBES[name](read_image(dataset.folder / file))
        except UnreadableImage as error:
            raise BadDataset(f"{dataset.folder / file}: {error}") from None

    with ThreadPoolExecutor(os.cpu_count()) as pool, progress_bar() as progress:
        task = progress.add_task(f"probe {name}", total=len(dataset.files), loss="")
        found = []
        for features in pool.map(of_one, dataset.files):
            found.append(features)
            progress.update(task, advance=1)
    return np.stack(found)


def _median(image: Image, mask: npt.NDArray[np.bool_]) -> Features:
    """Median R, G, B inside the mask and outside the corner; of the whole field where nothing is left."""
    height, width = mask.shape
    mask = mask.copy()
    mask[int(CORNER[0] * height) :, int(CORNER[1] * width) :] = False
    chosen = image[mask] if mask.any() else image.reshape(-1, 3)
    return np.median(chosen, axis=0).astype(np.float32)
