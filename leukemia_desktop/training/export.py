"""Checkpoint -> models/<id>/: parity first, then quantise, then calibrate and measure, then the manifest."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

import leukemia_desktop
from leukemia_desktop.core.domain import METHOD
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import FORMAT, LABELS, OUTPUTS, Manifest
from leukemia_desktop.training import pictures
from leukemia_desktop.training.architectures._field_model import evidence_method
from leukemia_desktop.training.calibration import (
    ALPHA,
    STRICT_ALPHA,
    cross_fitted_figures,
    fit_conformal,
    fit_temperature,
    probabilities,
)
from leukemia_desktop.training.card import write_card
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.domain import fit_domain, to_bytes, typical_distance, unseen_ratio
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.onnx_file import (
    calibration_fields,
    check_parity,
    onnx_logits,
    onnx_outputs,
    write_onnx,
    write_quantised,
)
from leukemia_desktop.training.out_of_domain import measured_path, read_measured
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.shipped import fold_file, precision, shipped_predictions
from leukemia_desktop.training.smear import fit_smear, measure_smear
from leukemia_desktop.training.split import PROTOCOLS
from leukemia_desktop.training.train import load_checkpoint

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
        shipped = exact
        if int8:
            shipped = exact.with_name("int8.onnx")
            calibrate_on = calibration_fields(fields, dataset, np.arange(len(fields)))
            write_quantised(model, exact, shipped, calibrate_on, config.recipe)
        logits, features = onnx_outputs(shipped, fields, config.recipe)
        if int8:
            same = onnx_logits(exact, fields, config.recipe).argmax(1) == logits.argmax(1)
            parity["int8"] = {"same_label": int(same.sum()), "fields": len(fields)}
        content = shipped.read_bytes()
    predictions = shipped_predictions(run, predictions, dataset, lambda: fields, int8=int8)
    ratio = unseen_ratio(predictions.distances)
    domain = fit_domain(features, dataset.labels, threshold=ratio * typical_distance(features, dataset.labels))
    domain_file = to_bytes(domain)
    temperature = fit_temperature(predictions.truth, predictions.logits)
    calibrated = probabilities(predictions.logits, temperature)
    conformal = [
        {"alpha": alpha, "threshold": fit_conformal(predictions.truth, calibrated, alpha)} for alpha in (ALPHA, STRICT_ALPHA)
    ]
    manifest = {
        "format": FORMAT,
        "id": out.name,
        "architecture": config.architecture,
        "labels": list(LABELS),
        "recipe": config.recipe.to_dict(),
        "file": "model.onnx",
        "sha256": hashlib.sha256(content).hexdigest(),
        "outputs": list(OUTPUTS),
        "evidence": evidence_method(model),
        "precision": precision(int8=int8),
        "calibration": {"temperature": temperature},
        "conformal": conformal[0],
        # for those who want to miss fewer; a reader of this format may leave it alone
        "conformal_strict": conformal[1],
        "domain": {
            "method": METHOD,
            "file": "domain.npz",
            "sha256": hashlib.sha256(domain_file).hexdigest(),
            "threshold": domain.threshold,
        }
        | ({"measured": measured} if (measured := read_measured(measured_path(run, int8=int8), config)) else {}),
        "smear": fit_smear(dataset, measure_smear(dataset)).stated(predictions),
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
    _draw_embedding(run, dataset, fields, out, int8=int8)
    write_card(out)
    return Manifest.read(out)


def _draw_embedding(run: Path, dataset: Dataset, fields: Fields, out: Path, *, int8: bool) -> None:
    """embedding.png: the first fold model's features of the fields it never saw; of seen ones it would flatter."""
    split = PROTOCOLS[PROTOCOL](dataset)[0]
    file = fold_file(run, PROTOCOL, split, dataset, fields, int8=int8)
    _, features = onnx_outputs(file, fields[split.test], load_checkpoint(run / "all" / "last.pt")[0].recipe)
    title = f"{out.name}, features of {len(split.test)} unseen fields (t-SNE)"
    pictures.save(out / "embedding.png", pictures.embedding(features, dataset.labels[split.test], title))


def _write(stream: Any, content: bytes) -> None:
    stream.write(content)
