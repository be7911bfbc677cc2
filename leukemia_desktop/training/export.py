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
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import FORMAT, LABELS, OUTPUTS, Manifest
from leukemia_desktop.training.card import write_card
from leukemia_desktop.training.compare import Predictions, predictions_path
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.metrics import fit_conformal, fit_temperature, measure
from leukemia_desktop.training.onnx_file import calibration_fields, check_parity, onnx_logits, quantise, write_onnx
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
    if predictions.config != config.to_dict():
        raise TrainingError(f"{run}: the predictions were made by another configuration than the checkpoint")
    fields = dataset.load(config.recipe)
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "fp32.onnx"
        write_onnx(model, config.recipe.input_size, exact)
        parity = check_parity(model, exact, fields, config.recipe)
        shipped = exact
        if int8:
            shipped = Path(scratch) / "int8.onnx"
            quantise(exact, shipped, calibration_fields(fields, dataset, np.arange(len(fields))), config.recipe)
            exact_labels, labels = (onnx_logits(path, fields, config.recipe).argmax(1) for path in (exact, shipped))
            parity["int8"] = {"same_label": int((exact_labels == labels).sum()), "fields": len(fields)}
            predictions = quantised_predictions(run, predictions, dataset, fields)
        content = shipped.read_bytes()
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
        "domain": None,
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
    replace_file(out / "manifest.json", lambda stream: write_text(stream, json.dumps(manifest, indent=2) + "\n"))
    write_card(out)
    return Manifest.read(out)


def quantised_predictions(run: Path, predictions: Predictions, dataset: Dataset, fields: Fields) -> Predictions:
    """The same predictions by the fold models after quantisation; kept beside the others, since it takes minutes."""
    kept = predictions_path(run.parent, run.name, f"{predictions.protocol}-int8")
    if kept.exists() and (known := Predictions.read(kept)).config == predictions.config:
        return known
    logits = np.empty_like(predictions.logits)
    for number, split in enumerate(PROTOCOLS[predictions.protocol](dataset)):
        config, model, _ = load_checkpoint(run / predictions.protocol / split.name / "last.pt")
        with tempfile.TemporaryDirectory() as scratch:
            exact, small = Path(scratch) / "fp32.onnx", Path(scratch) / "int8.onnx"
            write_onnx(model, config.recipe.input_size, exact)
            quantise(exact, small, calibration_fields(fields, dataset, split.train), config.recipe)
            logits[predictions.part == number] = onnx_logits(small, fields[split.test], config.recipe)
    quantised = replace(predictions, logits=logits)
    quantised.write(kept)
    return quantised


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
    return figures


def probabilities(logits: npt.NDArray[np.float32], temperature: float) -> npt.NDArray[np.float64]:
    """softmax(logits / temperature)."""
    calibrated: npt.NDArray[np.float64] = softmax(logits.astype(np.float64) / temperature, axis=1)
    return calibrated


def _write(stream: Any, content: bytes) -> None:
    stream.write(content)
