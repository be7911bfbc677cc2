"""A run made of others: each learns by itself, then the first asks the others where it is in doubt."""

import hashlib
from pathlib import Path
from typing import Any

import torch

from leukemia_desktop.training import CONFIGS
from leukemia_desktop.training.checkpoint import load_checkpoint, write
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.errors import BadConfig
from leukemia_desktop.training.split import Split
from leukemia_desktop.training.teacher import beside
from leukemia_desktop.training.train import train


def learn(config: TrainConfig, dataset: Dataset, fields: Fields, split: Split, out: Path) -> Path:
    """The checkpoint of a run on one split: trained, or made of those that `looks` names, which are trained if need be.

    `fields` is `dataset` as the configuration's recipe makes it. Raises TrainingError.
    """
    if not config.looks:
        return train(config, dataset, fields, split, out)
    parts = []
    for look in (TrainConfig.read(CONFIGS / f"{name}.toml") for name in config.looks):
        if look.recipe != config.recipe:
            raise BadConfig(f"{config.name}: {look.name} sees fields through another recipe")
        parts.append(train(look, dataset, fields, split, beside(out, config.name, look.name)))
    return _joined(config, parts, out / "last.pt")


def _joined(config: TrainConfig, parts: list[Path], path: Path) -> Path:
    """One checkpoint of several, written again only when one of them has changed."""
    made_of = [hashlib.sha256(part.read_bytes()).hexdigest() for part in parts]
    if path.exists():
        known, _, data = load_checkpoint(path)
        if known.to_dict() == config.to_dict() and data.get("made_of") == made_of:
            return path
    weights: dict[str, torch.Tensor] = {}
    told: dict[str, Any] = {"history": [], "trained_on": [], "held_out": []}
    for number, part in enumerate(parts):
        prefix = f"others.{number - 1}" if number else "first"
        _, model, data = load_checkpoint(part)
        weights |= {f"{prefix}.{name}": value for name, value in model.state_dict().items()}
        told["history"] += [epoch | {"epoch": len(told["history"]) + 1} for epoch in data["history"]]
        for key in ("trained_on", "held_out"):
            told[key] += [file for file in data.get(key, ()) if file not in set(told[key])]
        told["split"] = data["split"]
    path.parent.mkdir(parents=True, exist_ok=True)
    average = {f"module.{name}": value for name, value in weights.items()}
    write(path, told | {"config": config.to_dict(), "model": {}, "average": average, "made_of": made_of})
    return path
