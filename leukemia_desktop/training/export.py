"""Checkpoint -> models/<id>/: parity first, then quantise, then calibrate and measure, then the manifest."""

import hashlib
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import softmax

import leukemia_desktop
from leukemia_desktop.core.domain import METHOD
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import FORMAT, LABELS, OUTPUTS, Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.training.card import write_card
from leukemia_desktop.training.compare import Predictions, predictions_path
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.domain import fit_domain, to_bytes, typical_distance, unseen_ratio
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.metrics import fit_conformal, fit_temperature, measure
from leukemia_desktop.training.onnx_file import (
    calibration_fields,
    check_parity,
    onnx_logits,
    onnx_outputs,
    quantise,
    write_onnx,
)
from leukemia_desktop.training.split import PROTOCOLS
from leukemia_desktop.training.train import load_checkpoint

ALPHA = 0.05
PROTOCOL = "field-disjoint"
INTENDED_USE = (
    "Pre-classification of 224 px fields of Leishman-stained blood smears that look like the training data, for research. "
    "A morphologist decides; the subtype is confirmed by immunophenotyping. Benign means hematogones, not healthy blood."
)


def export(run: Path, dataset: Dataset, out: Path, *, int8: bool = True) -> Manifest:
    """Write the model folder `out` (its name is the model's id) from a run folder of `compare` and `train`.

    `run`/all/last.pt ships: it learned from every field. Temperature, conformal threshold and all figures come from the
    field-disjoint models of the same configuration, each on the fields it never saw, quantised like the one that ships.
    The fp32 export must agree with torch on every field (logits within 1e-3, same label), else TrainingError and nothing is
    written.
    """
    config, model, data = load_checkpoint(run / "all" / "last.pt")
    predictions = Predictions.read(predictions_path(run.parent, run.name, PROTOCOL))
    if not predictions.made_by(config):
        raise TrainingError(f"{run}: the predictions were made by another configuration than the checkpoint")
    fields = dataset.load(config.recipe)
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "fp32.onnx"
        write_onnx(model, config.recipe.input_size, exact)
        parity = check_parity(model, exact, fields, config.recipe)
        shipped = shipped_file(exact, calibration_fields(fields, dataset, np.arange(len(fields))), config.recipe, int8=int8)
        logits, features = onnx_outputs(shipped, fields, config.recipe)
        if int8:
            same = onnx_logits(exact, fields, config.recipe).argmax(1) == logits.argmax(1)
            parity["int8"] = {"same_label": int(same.sum()), "fields": len(fields)}
        content = shipped.read_bytes()
    predictions = shipped_predictions(run, predictions, dataset, fields, int8=int8)
    ratio = unseen_ratio(predictions.distances)
    domain = fit_domain(features, dataset.labels, threshold=ratio * typical_distance(features, dataset.labels))
    domain_file = to_bytes(domain)
    temperature = fit_temperature(predictions.truth, predictions.logits)
    calibrated = probabilities(predictions.logits, temperature)
    manifest = {
        "format": FORMAT,
        "id": out.name,
        "architecture": config.architecture,
        "labels": list(LABELS),
        "recipe": config.recipe.to_dict(),
        "file": "model.onnx",
        "sha256": hashlib.sha256(content).hexdigest(),
        "outputs": list(OUTPUTS),
        "precision": "int8" if int8 else "fp32",
        "calibration": {"temperature": temperature},
        "conformal": {"alpha": ALPHA, "threshold": fit_conformal(predictions.truth, calibrated, ALPHA)},
        "domain": {
            "method": METHOD,
            "file": "domain.npz",
            "sha256": hashlib.sha256(domain_file).hexdigest(),
            "threshold": domain.threshold,
        },
        "metrics": {PROTOCOL: cross_fitted_figures(predictions)},
        "parity": parity,
        "intended_use": INTENDED_USE,
        "app_version": leukemia_desktop.__version__,
        "training": {
            "data_set": "ALL image data set, Aria et al. 2021, doi 10.34740/KAGGLE/DSV/2175623",
            "split": PROTOCOL,
            "folds": len(np.unique(predictions.part)),
            "fields": len(data["trained_on"]),
            "groups": len(np.unique(dataset.groups)),
            "config": config.to_dict(),
            "seed": config.seed,
            "history": data["history"],
        },
    }
    out.mkdir(parents=True, exist_ok=True)
    replace_file(out / "model.onnx", lambda stream: _write(stream, content))
    replace_file(out / "domain.npz", lambda stream: _write(stream, domain_file))
    replace_file(out / "manifest.json", lambda stream: write_text(stream, json.dumps(manifest, indent=2) + "\n"))
    write_card(out)
    return Manifest.read(out)


def shipped_file(exact: Path, calibrate_on: Fields, recipe: Recipe, *, int8: bool) -> Path:
    """The file that ships: the fp32 export itself, or an int8 one beside it."""
    if not int8:
        return exact
    quantise(exact, exact.with_name("int8.onnx"), calibrate_on, recipe)
    return exact.with_name("int8.onnx")


def shipped_predictions(run: Path, predictions: Predictions, dataset: Dataset, fields: Fields, *, int8: bool) -> Predictions:
    """The same predictions by the fold models as they would ship, with distances to the domain of each.

    Kept beside the others, since they take minutes.
    """
    precision = "int8" if int8 else "fp32"
    kept = predictions_path(run.parent, run.name, f"{predictions.protocol}-{precision}")
    if kept.exists() and (known := Predictions.read(kept)).made_by(TrainConfig.from_dict(predictions.config)):
        return known
    logits, distances = np.empty_like(predictions.logits), np.empty_like(predictions.distances)
    for number, split in enumerate(PROTOCOLS[predictions.protocol](dataset)):
        config, model, _ = load_checkpoint(run / predictions.protocol / split.name / "last.pt")
        with tempfile.TemporaryDirectory() as scratch:
            exact = Path(scratch) / "fp32.onnx"
            write_onnx(model, config.recipe.input_size, exact)
            file = shipped_file(exact, calibration_fields(fields, dataset, split.train), config.recipe, int8=int8)
            _, learned = onnx_outputs(file, fields[split.train], config.recipe)
            own = predictions.part == number
            logits[own], unseen = onnx_outputs(file, fields[split.test], config.recipe)
        labels = dataset.labels[split.train]
        distances[own] = fit_domain(learned, labels).distances(unseen) / typical_distance(learned, labels)
    found = replace(predictions, logits=logits, distances=distances)
    found.write(kept)
    return found


def cross_fitted_figures(predictions: Predictions) -> dict[str, Any]:
    """metrics.measure with every part calibrated by the others, so that no figure was fitted on what it measures."""
    calibrated = np.empty(predictions.logits.shape, np.float64)
    inside = np.zeros(calibrated.shape, bool)
    for part in np.unique(predictions.part):
        own = predictions.part == part
        temperature = fit_temperature(predictions.truth[~own], predictions.logits[~own])
        others = probabilities(predictions.logits[~own], temperature)
        threshold = fit_conformal(predictions.truth[~own], others, ALPHA)
        calibrated[own] = probabilities(predictions.logits[own], temperature)
        inside[own] = 1 - calibrated[own] <= threshold
    figures = measure(predictions.truth, calibrated, predictions.groups)
    figures["coverage"] = float(inside[np.arange(len(inside)), predictions.truth].mean())
    figures["mean_set_size"] = float(inside.sum(1).mean())
    if np.isfinite(predictions.distances).all():
        figures["flagged_out_of_domain"] = _flagged_unseen(predictions)
    return figures


def _flagged_unseen(predictions: Predictions) -> float:
    """Share of unseen in-domain fields outside the domain, each part with the threshold that the others give."""
    flagged = [
        predictions.distances[predictions.part == part] > unseen_ratio(predictions.distances[predictions.part != part])
        for part in np.unique(predictions.part)
    ]
    return float(np.concatenate(flagged).mean())


def probabilities(logits: npt.NDArray[np.float32], temperature: float) -> npt.NDArray[np.float64]:
    """softmax(logits / temperature)."""
    calibrated: npt.NDArray[np.float64] = softmax(logits.astype(np.float64) / temperature, axis=1)
    return calibrated


def _write(stream: Any, content: bytes) -> None:
    stream.write(content)
