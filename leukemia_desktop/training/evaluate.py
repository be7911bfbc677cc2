"""Figures of a model folder on a data set it has never seen, with intervals over groups."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.manifest import LABELS, BrokenModel, Manifest
from leukemia_desktop.training.calibration import probabilities
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.metrics import measure
from leukemia_desktop.training.out_of_domain import flagged
from leukemia_desktop.training.strange import foreign_images, strange_images


def evaluate(model: Path, dataset: Dataset) -> dict[str, Any]:
    """Every figure of metrics.measure for all fields of `dataset`. Raises TrainingError when the model is refused.

    On the model's own training data these figures mislead; its card has the field-disjoint ones.
    """
    classifier = _open(model)
    manifest = classifier.manifest
    fields = dataset.load(manifest.recipe)
    with ThreadPoolExecutor(classifier.threads) as pool:
        logits = np.stack(
            list(pool.map(lambda field: classifier.predict([manifest.recipe.normalise(field)])[0].logits, fields))
        )
    return measure(dataset.labels, probabilities(logits, manifest.temperature), dataset.groups)


def flagged_lines(model: Path, foreign: Path | None, *, strange: bool) -> list[str]:
    """What the program says of fields that the model was not made for: smears in `foreign`, `strange` images."""
    if not foreign and not strange:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        sets = {"smears from elsewhere": foreign_images(foreign)} if foreign else {}
        shares = flagged(_open(model), sets | (strange_images(Path(scratch)) if strange else {}))
    return [
        f"{name:<24} {of['fields']:5.0f} fields, {of['out_of_domain']:.4f} out of domain, {of['review']:.4f} for review"
        for name, of in shares.items()
    ]


def _open(model: Path) -> Classifier:
    try:
        return Classifier(Manifest.read(model))
    except BrokenModel as error:
        raise TrainingError(str(error)) from None


def lines(figures: dict[str, Any]) -> list[str]:
    """The figures as a person reads them."""
    text = [f"{figures['fields']} fields in {figures['groups']} groups; 95 % intervals over groups"]
    for name in ("balanced_accuracy", "accuracy", "sensitivity", "specificity", "ece", "brier"):
        figure = figures[name]
        text.append(f"{name.replace('_', ' '):<20} {figure['value']:.4f} [{figure['low']:.4f}, {figure['high']:.4f}]")
    for label, of_class in figures["per_class"].items():
        values = ", ".join(f"{key} {of_class[key]:.3f}" for key in ("precision", "recall", "f1"))
        text.append(f"{label:<20} {values}, {of_class['fields']} fields")
    text.append("confusion, rows are true classes: " + ", ".join(LABELS))
    return [*text, *("  " + " ".join(f"{count:5d}" for count in row) for row in figures["confusion"])]
