"""Fit what the smear itself has to look like, and its border on fields of groups that were left out.

Chosen by measurement on field-disjoint thirds of the data set, with about 0.5 % of unseen fields outside. Plain Mahalanobis,
robust covariance (MCD) and the distance to the 10th neighbour refuse every field of BCCD and everything that is no smear;
Gaussian mixtures of 4, 8 and 16 miss up to one in a hundred, and refuse 8 to 36 % of mosaics of the laboratory's own fields
at 0.55 times the magnification, the others none. BCCD with the white balance and magnification of the training fields is
refused in 41 % by Mahalanobis, 22 % by MCD and 1 % by neighbours. With nuclear colours that would be 45 %, but 92 instead of
1 % of the laboratory's own fields at 0.6 of their saturation would be refused as well. A lamp at 0.8 of its brightness takes
all of them out of the domain: colours relative to the background would forgive it, but refuse only 45 % of BCCD at the
magnification of training instead of all.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.cells import RULES, survey
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.image import UnreadableImage, read_image
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.smear import SmearDomain
from leukemia_desktop.core.smear_numbers import smear_numbers
from leukemia_desktop.training.calibration import outside_unseen
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, progress_bar
from leukemia_desktop.training.domain import beyond, unseen_ratio
from leukemia_desktop.training.errors import BadDataset, TrainingError
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.split import PROTOCOLS

PROTOCOL = "field-disjoint"
IN_DOMAIN = 0.995
"""Share of unseen in-domain fields that must stay inside: with the 2 % that the features flag, less than 3 % in all."""
SHARES = ("by features", "by smear", "together")
"""Of unseen fields flagged, as `measured` names them after "flagged"."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FittedSmear:
    """A smear domain, and which fields lie outside of that of the parts they are not in."""

    domain: SmearDomain
    outside: Mapping[str, bool]
    """By file of the data set."""

    def stated(self, predictions: Predictions) -> dict[str, Any]:
        """What the manifest of the model behind `predictions` states. Raises TrainingError where they have other fields."""
        if missing := set(predictions.files.tolist()) - self.outside.keys():
            raise TrainingError(f"predictions of {min(missing)}, which is not in this data set")
        smear = np.array([self.outside[file] for file in predictions.files.tolist()])
        features = outside_unseen(predictions)
        measured = {
            "rules": RULES,
            "fields": len(smear),
            "flagged_by_features": float(features.mean()),
            "flagged_by_smear": float(smear.mean()),
            "flagged_together": float((features | smear).mean()),
        }
        return self.domain.statement() | {"measured": measured}


def measure_smear(dataset: Dataset) -> Floats:
    """NUMBERS of every field, (N, len(NUMBERS)), with a progress bar. Raises BadDataset naming an unreadable file."""

    def measure_one(file: str) -> tuple[float, ...]:
        try:
            found = survey(read_image(dataset.folder / file))
        except UnreadableImage as error:
            raise BadDataset(f"{dataset.folder / file}: {error}") from None
        return smear_numbers(found, inspect(found).magnification)

    numbers = []
    with ThreadPoolExecutor(os.cpu_count()) as pool, progress_bar() as progress:
        task = progress.add_task("look at smears", total=len(dataset.files), loss="")
        for of_one in pool.map(measure_one, dataset.files):
            numbers.append(of_one)
            progress.update(task, advance=1)
    return np.array(numbers)


def fit_numbers(numbers: Floats) -> SmearDomain:
    """The domain of (N, len(NUMBERS)) with a threshold of 1. A number that never varied counts as varying a little."""
    covariance = np.cov(numbers, rowvar=False)
    floor = 1e-6 * max(float(np.trace(covariance)), 1.0)
    return SmearDomain(numbers.mean(0), np.linalg.inv(covariance + floor * np.eye(len(covariance))), 1.0)


def fit_smear(dataset: Dataset, numbers: Floats) -> FittedSmear:
    """Fit on all fields; the border comes from fields of groups that were left out, in units of the typical distance."""
    splits = PROTOCOLS[PROTOCOL](dataset)
    ratios, part = np.empty(len(numbers)), np.empty(len(numbers), np.int64)
    for number, split in enumerate(splits):
        domain = fit_numbers(numbers[split.train])
        typical = np.median(domain.distances(numbers[split.train]))
        ratios[split.test], part[split.test] = domain.distances(numbers[split.test]) / typical, number
    whole = fit_numbers(numbers)
    border = unseen_ratio(ratios, IN_DOMAIN) * float(np.median(whole.distances(numbers)))
    outside = beyond(ratios, part, IN_DOMAIN)
    return FittedSmear(replace(whole, threshold=border), dict(zip(dataset.files, outside.tolist(), strict=True)))


def state_smear(dataset: Dataset, models: Sequence[Path], runs: Path) -> Iterator[str]:
    """Fit once, write the statement into the manifests of these model folders, and yield a line on each. See add_smear."""
    fitted = fit_smear(dataset, measure_smear(dataset))
    for model in models:
        measured = add_smear(model, fitted, runs)["measured"]
        shares = ", ".join(f"{words} {measured[f'flagged_{words}'.replace(' ', '_')]:.4f}" for words in SHARES)
        yield f"{model.name}: unseen fields flagged {shares}"


def add_smear(folder: Path, fitted: FittedSmear, runs: Path) -> dict[str, Any]:
    """Write the statement into the manifest of a model folder, whose model stays as it is; returns it.

    Its predictions are looked for in `runs`, as compare keeps them. Raises TrainingError.
    """
    try:
        manifest = Manifest.read(folder)
    except BrokenModel as error:
        raise TrainingError(str(error)) from None
    config = TrainConfig.from_dict(manifest.raw["training"]["config"])
    path = predictions_path(runs, config.name, f"{PROTOCOL}-{manifest.raw['precision']}")
    predictions = Predictions.read(path)
    if not predictions.made_by(config):
        raise TrainingError(f"{path}: the predictions were made by another configuration than {manifest.id}")
    stated = fitted.stated(predictions)
    changed = dict(manifest.raw) | {"smear": stated}
    replace_file(folder / "manifest.json", lambda stream: write_text(stream, json.dumps(changed, indent=2) + "\n"))
    return stated
