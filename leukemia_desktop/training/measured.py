"""What was kept of every configuration and protocol, with its figures and its difference from the default model."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np

from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.calibration import cross_fit, cross_fitted_figures
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.metrics import balanced_accuracy, confusion_draws
from leukemia_desktop.training.predictions import Predictions
from leukemia_desktop.training.resampling import Interval, Numbers, Resampling
from leukemia_desktop.training.stress import FOLDS, STRESS

DATA = "data.json"


@dataclass(frozen=True)
class Measured:
    """One kept file of predictions; `precision` is "int8" or "fp32" as shipped, or "" for the checkpoints themselves."""

    path: Path
    predictions: Predictions
    precision: str
    reference: Predictions
    """What it is calibrated by: itself, or for stressed fields the same models on fields as they are."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """One file. Raises TrainingError naming it."""
        predictions = Predictions.read(path)
        suffix = path.stem.removeprefix(predictions.protocol)
        if path.stem == suffix or suffix not in ("", "-int8", "-fp32"):
            raise TrainingError(f"{path}: predictions under {predictions.protocol!r} do not belong under this name")
        if predictions.config.get("name") != path.parent.name:
            raise TrainingError(f"{path}: predictions of {predictions.config.get('name')!r} lie in another folder")
        reference = predictions
        if predictions.protocol.startswith(STRESS):
            reference = Predictions.read(path.with_name(f"{FOLDS}{suffix}.npz"))
            if not np.array_equal(reference.files, predictions.files) or not reference.made_by(
                TrainConfig.from_dict(predictions.config)
            ):
                raise TrainingError(f"{path}: it does not belong to {FOLDS}{suffix}.npz beside it; measure the stress anew")
        return cls(path, predictions, suffix.removeprefix("-"), reference)

    @property
    def name(self) -> str:
        """Configuration and precision."""
        return f"{self.predictions.config['name']} {self.precision}".rstrip()

    @property
    def protocol(self) -> str:
        """As in split.PROTOCOLS, or "stress-" and a perturbation."""
        return self.predictions.protocol

    @cached_property
    def figures(self) -> dict[str, Any]:
        """Every figure, each part calibrated by the others."""
        return cross_fitted_figures(self.predictions, self.reference)

    @cached_property
    def probabilities(self) -> Numbers:
        """Calibrated, (N, C)."""
        return cross_fit(self.predictions, self.reference).probabilities

    def balanced_accuracies(self, order: Sequence[int]) -> Numbers:
        """Balanced accuracy of the data and of every draw of groups, fields in this order."""
        truth, groups = self.predictions.truth[order], self.predictions.groups[order]
        draws = confusion_draws(Resampling.of(groups), truth, self.predictions.logits.argmax(1)[order])
        return balanced_accuracy(draws)


@dataclass(frozen=True)
class Difference:
    """Balanced accuracy less that of the default model, on the same draws of groups."""

    interval: Interval
    p: float
    """Two-sided, Holm-adjusted over the configurations under one protocol."""


def read_all(kept: Path) -> list[Measured]:
    """Every kept file, by configuration and protocol. Raises TrainingError."""
    paths = sorted(kept.glob("*/*.npz"))
    if not paths:
        raise TrainingError(f"{kept}: no predictions here; run leukemia-train compare first")
    found = [Measured.read(path) for path in paths]
    by_protocol: dict[str, Measured] = {}
    for one in found:
        first = by_protocol.setdefault(one.protocol, one)
        if _key(one) != _key(first):
            raise TrainingError(f"{one.path}: its fields are not those of {first.path}: another data set or other splits")
    return found


def differences(found: Sequence[Measured], default: Measured) -> dict[str, Difference]:
    """By name, every other configuration under the default's protocol against it: paired group bootstrap, Holm (1979)."""
    order = np.lexsort((default.predictions.files, default.predictions.part))
    base = default.balanced_accuracies(order)
    intervals, raw = {}, {}
    for one in found:
        if one.protocol == default.protocol and one is not default:
            gaps = one.balanced_accuracies(np.lexsort((one.predictions.files, one.predictions.part))) - base
            below, above = np.mean(gaps[1:] <= 0), np.mean(gaps[1:] >= 0)
            intervals[one.name] = Interval.of(gaps)
            raw[one.name] = float(min(1.0, 2 * max(min(below, above), 1 / len(gaps))))
    adjusted, largest = {}, 0.0
    for rank, name in enumerate(sorted(raw, key=lambda name: raw[name])):
        largest = max(largest, min(1.0, (len(raw) - rank) * raw[name]))
        adjusted[name] = Difference(intervals[name], largest)
    return adjusted


def keep(runs: Path, dataset: Dataset, kept: Path, names: Iterable[str]) -> None:
    """Copy predictions and tables of the runs of these names from `runs` to `kept`, and write the data set's counts."""
    for name in names:
        for pattern in ("*.npz", "out-of-domain-*.json"):
            for path in sorted((runs / name).glob(pattern)):
                (kept / name).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, kept / name / path.name)
    kept.mkdir(parents=True, exist_ok=True)
    text = json.dumps(breakdown(dataset), indent=1) + "\n"
    replace_file(kept / DATA, lambda stream: write_text(stream, text))


def breakdown(dataset: Dataset) -> dict[str, Any]:
    """Fields, groups and series of every class."""
    counts: dict[str, Any] = {}
    for number, label in enumerate(LABELS):
        own = dataset.labels == number
        by_series = Counter(dataset.series[own].tolist())
        series = {
            name: {"fields": count, "groups": len(set(dataset.groups[own & (dataset.series == name)]))}
            for name, count in sorted(by_series.items())
        }
        counts[label] = {"fields": int(own.sum()), "groups": len(set(dataset.groups[own])), "series": series}
    return counts


def _key(one: Measured) -> list[tuple[str, int, str]]:
    found = one.predictions
    return sorted(zip(found.files.tolist(), found.part.tolist(), found.groups.tolist(), strict=True))
