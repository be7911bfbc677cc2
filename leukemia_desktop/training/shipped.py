"""Fold models as they would ship: exported and quantised once, kept beside their checkpoints, and asked again."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.domain import fit_domain, typical_distance
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.onnx_file import calibration_fields, onnx_outputs, write_onnx, write_quantised
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.split import PROTOCOLS, Split
from leukemia_desktop.training.train import load_checkpoint


def precision(*, int8: bool) -> str:
    """How a file of this kind is called in manifests, file names and tables."""
    return "int8" if int8 else "fp32"


def fold_file(run: Path, protocol: str, split: Split, dataset: Dataset, fields: Fields, *, int8: bool) -> Path:
    """The model of one split as it would ship, exported again only when its checkpoint has changed.

    Raises TrainingError where the checkpoint is missing or saw a field that the split tests.
    """
    checkpoint = run / protocol / split.name / "last.pt"
    config, model, data = load_checkpoint(checkpoint)
    if seen := set(data["trained_on"]) & {dataset.files[i] for i in split.test}:
        raise TrainingError(f"{checkpoint}: it learned from fields that it is tested on, {min(seen)} among {len(seen)}")
    made_from = hashlib.sha256(checkpoint.read_bytes()).hexdigest()[:12]
    exact, quantised = (checkpoint.with_name(f"{kind}-{made_from}.onnx") for kind in ("fp32", "int8"))
    for outdated in {*checkpoint.parent.glob("*-*.onnx")} - {exact, quantised}:
        outdated.unlink()
    wanted = quantised if int8 else exact
    if wanted.exists():
        return wanted
    with tempfile.TemporaryDirectory(dir=checkpoint.parent) as scratch:
        draft = Path(scratch) / "draft.onnx"
        if not exact.exists():
            write_onnx(model, config.recipe.input_size, draft)
            os.replace(draft, exact)
        if int8:
            calibrate_on = calibration_fields(fields, dataset, split.train)
            write_quantised(model, exact, draft, calibrate_on, config.recipe)
            os.replace(draft, quantised)
    return wanted


def shipped_predictions(
    run: Path, predictions: Predictions, dataset: Dataset, fields: Callable[[], Fields], *, int8: bool
) -> Predictions:
    """The same predictions by the fold models as they would ship, with distances to the domain of each.

    Kept beside the others, since they take minutes; `fields` are asked for only where they are not. Raises TrainingError.
    """
    kept = predictions_path(run.parent, run.name, f"{predictions.protocol}-{precision(int8=int8)}")
    config, splits = TrainConfig.from_dict(predictions.config), PROTOCOLS[predictions.protocol](dataset)
    if kept.exists() and (known := Predictions.read(kept)).made_by(config):
        known.check_fits(dataset, splits, kept)
        return known
    logits, distances = np.empty_like(predictions.logits), np.empty_like(predictions.distances)
    for number, split in enumerate(splits):
        file = fold_file(run, predictions.protocol, split, dataset, fields(), int8=int8)
        _, learned = onnx_outputs(file, fields()[split.train], config.recipe)
        own = predictions.part == number
        logits[own], unseen = onnx_outputs(file, fields()[split.test], config.recipe)
        labels = dataset.labels[split.train]
        distances[own] = fit_domain(learned, labels).distances(unseen) / typical_distance(learned, labels)
    found = replace(predictions, logits=logits, distances=distances, names=np.array([split.name for split in splits]))
    found.write(kept)
    return found
