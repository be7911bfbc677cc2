"""A run on disk: `last.pt` after every epoch, whole or not at all; read without running anything it holds."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.errors import BadCheckpoint, BadConfig, TrainingError
from leukemia_desktop.training.model import build


def load_checkpoint(path: Path) -> tuple[TrainConfig, FieldModel, dict[str, Any]]:
    """Configuration, model in evaluation mode and everything else a checkpoint holds. Raises BadCheckpoint.

    The model is the running average at the end of the run; with early stopping, after its best epoch.
    """
    data = _read(path)
    try:
        config = TrainConfig.from_dict(data["config"])
        model = build(TrainConfig.from_dict(data["config"] | {"weights": "none"}))
    except BadConfig as error:
        raise BadCheckpoint(f"{path}: {error}") from None
    average = {k.removeprefix("module."): v for k, v in data["average"].items() if k.startswith("module.")}
    try:
        model.load_state_dict(data.get("best") or average)
    except RuntimeError as error:
        raise BadCheckpoint(f"{path}: not a {config.architecture}: {_first_line(error)}") from None
    return config, model.eval(), data


def resume(
    path: Path, config: TrainConfig, run: Mapping[str, Any], state: Mapping[str, Any], rng: np.random.Generator
) -> tuple[list[dict[str, float]], dict[str, torch.Tensor]]:
    """Put what `save` kept back into `state` and the generators; return history and best weights. Raises BadCheckpoint."""
    data = _read(path)
    if not config.is_kept_as(data["config"]):
        raise BadCheckpoint(f"{path}: made by another configuration; choose another folder or remove it")
    if data["split"] != run["split"] or data["trained_on"] != run["trained_on"]:
        raise BadCheckpoint(f"{path}: learned from other fields than this split's; choose another folder or remove it")
    try:
        for name, part in state.items():
            part.load_state_dict(data[name])
    except (RuntimeError, ValueError, KeyError) as error:
        raise BadCheckpoint(f"{path}: not a {config.architecture}: {_first_line(error)}") from None
    torch.set_rng_state(data["torch_rng"])
    rng.bit_generator.state = data["numpy_rng"]
    return list(data["history"]), dict(data.get("best") or {})


def save(
    path: Path,
    config: TrainConfig,
    run: Mapping[str, Any],
    state: Mapping[str, Any],
    rng: np.random.Generator,
    history: list[dict[str, float]],
    best: dict[str, torch.Tensor],
) -> None:
    """Write a checkpoint; the last good one survives a full disk or a kill. Raises TrainingError."""
    data = {name: part.state_dict() for name, part in state.items()} | {
        "config": config.to_dict(),
        "history": history,
        "torch_rng": torch.get_rng_state(),
        "numpy_rng": rng.bit_generator.state,
        "best": best,
        **run,
    }
    write(path, data)


def write(path: Path, data: Mapping[str, Any]) -> None:
    """`data` as the checkpoint `path`, whole or not at all. Raises TrainingError."""
    temporary = path.with_suffix(".part")
    try:
        torch.save(dict(data), temporary)
        os.replace(temporary, path)
    except (OSError, RuntimeError) as error:
        temporary.unlink(missing_ok=True)
        raise TrainingError(f"{path}: could not be saved ({error}); the earlier checkpoint stands") from None


def _read(path: Path) -> dict[str, Any]:
    # weights_only refuses everything but tensors and plain values, so a hostile pickle cannot run
    try:
        data = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise BadCheckpoint(f"{path}: not a readable checkpoint: {_first_line(error)}") from None
    if not isinstance(data, dict) or not {"config", "model", "average", "history", "split", "trained_on"} <= set(data):
        raise BadCheckpoint(f"{path}: not a checkpoint of leukemia-train")
    return data


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
