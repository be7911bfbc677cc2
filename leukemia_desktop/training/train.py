"""One training run, readable top to bottom: data, split, model, loop, checkpoint."""

import math
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.shelf import load_shelf
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields, Indices, batches, progress_bar
from leukemia_desktop.training.errors import BadCheckpoint, BadConfig, TrainingError
from leukemia_desktop.training.split import Split

ARCHITECTURES = load_shelf("leukemia_desktop.training.architectures", "build")


def train(
    config: TrainConfig,
    dataset: Dataset,
    fields: Fields,
    split: Split,
    out: Path,
    *,
    device: str = "auto",
    epoch_done: Callable[[dict[str, float]], None] = lambda _: None,
) -> Path:
    """Train one model and return its checkpoint `out`/last.pt; a run that was interrupted goes on where it stopped.

    `fields` is `dataset` as the configuration's recipe makes it, see Dataset.load. The weights kept are the running average
    over the run (EMA), which a small data set thanks for. `epoch_done` is told epoch, mean loss and training accuracy once
    the epoch is saved, and may raise to stop. Raises TrainingError.
    """
    device = ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device
    torch.manual_seed(config.seed)
    rng = np.random.default_rng(config.seed)
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / "last.pt"

    model = build(config).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    steps = config.epochs * math.ceil(len(split.train) / config.batch_size)
    optimizer = torch.optim.AdamW(_decayed(model, config.weight_decay), lr=config.learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _cosine(step, steps, config.warmup))
    # an average over more steps than a short run has would still hold the start
    average = AveragedModel(
        model, multi_avg_fn=get_ema_multi_avg_fn(min(config.average, 1 - 5 / max(steps, 6))), use_buffers=True
    )
    loss_function = nn.CrossEntropyLoss(
        weight=_class_weights(dataset.labels[split.train]).to(device), label_smoothing=config.label_smoothing
    )

    state = {"model": model, "average": average, "optimizer": optimizer, "schedule": schedule}
    history: list[dict[str, float]] = []
    if checkpoint.exists():
        history = _resume(checkpoint, config, split, state, rng)

    with progress_bar() as progress:
        running = progress.add_task(split.name, total=steps, completed=len(history) * (steps // config.epochs), loss="")
        for _ in range(len(history), config.epochs):
            model.train()
            losses, right = [], 0
            for images, chosen in batches(fields, split.train, config, rng):
                labels = torch.from_numpy(dataset.labels[chosen]).to(device)
                with torch.autocast(device, torch.bfloat16, enabled=config.bf16):
                    logits = model(images.to(device))
                    loss = loss_function(logits, labels)
                if not torch.isfinite(loss):
                    raise TrainingError(
                        f"{config.name}: the loss is {loss.item()}; lower learning_rate. {checkpoint} stands"
                    )
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(model.parameters(), 5.0)
                optimizer.step()
                schedule.step()
                average.update_parameters(model)
                losses.append(loss.item())
                right += int((logits.argmax(1) == labels).sum())
                progress.update(running, advance=1, loss=f"loss {losses[-1]:.3f}")
            accuracy = right / len(split.train)
            history.append({"epoch": len(history) + 1, "loss": float(np.mean(losses)), "accuracy": accuracy})
            progress.console.print(
                f"{split.name} epoch {len(history)}: loss {history[-1]['loss']:.4f}, {accuracy:.4f} right"
            )
            _save(checkpoint, config, state, rng, history, dataset, split)
            epoch_done(history[-1])
    return checkpoint


def build(config: TrainConfig) -> FieldModel:
    """The configuration's architecture with its starting weights. Raises BadConfig."""
    if config.architecture not in ARCHITECTURES:
        raise BadConfig(f"unknown architecture {config.architecture!r}; known: {', '.join(ARCHITECTURES)}")
    try:
        model: FieldModel = ARCHITECTURES[config.architecture](len(LABELS), config.weights, config.dropout)
    except OSError as error:
        raise BadConfig(f"weights {config.weights!r}: {error.strerror or error}") from None
    return model


@torch.inference_mode()
def predict(
    model: nn.Module, fields: Fields, recipe: Recipe, *, device: str = "cpu", batch: int = 64
) -> npt.NDArray[np.float32]:
    """Logits (N, C) of fields (N, S, S, 3) uint8 that already went through the recipe's steps."""
    model.eval()
    logits = []
    for start in range(0, len(fields), batch):
        images = torch.from_numpy(np.stack([recipe.normalise(field) for field in fields[start : start + batch]]))
        logits.append(model(images.to(device, memory_format=torch.channels_last)).float().cpu().numpy())
    return np.concatenate(logits)


def load_checkpoint(path: Path) -> tuple[TrainConfig, FieldModel, dict[str, Any]]:
    """Configuration, averaged model in evaluation mode and everything else a checkpoint holds. Raises BadCheckpoint."""
    data = _read_checkpoint(path)
    config = TrainConfig.from_dict(data["config"])
    model = build(TrainConfig.from_dict(data["config"] | {"weights": "none"}))
    weights = {k.removeprefix("module."): v for k, v in data["average"].items() if k.startswith("module.")}
    try:
        model.load_state_dict(weights)
    except RuntimeError as error:
        raise BadCheckpoint(f"{path}: not a {config.architecture}: {str(error).partition(chr(10))[0]}") from None
    return config, model.eval(), data


def _read_checkpoint(path: Path) -> dict[str, Any]:
    # weights_only refuses everything but tensors and plain values, so a hostile pickle cannot run
    try:
        data = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise BadCheckpoint(f"{path}: not a readable checkpoint: {str(error).partition(chr(10))[0]}") from None
    if not isinstance(data, dict) or not {"config", "model", "average", "history"} <= set(data):
        raise BadCheckpoint(f"{path}: not a checkpoint of leukemia-train")
    return data


def _resume(
    path: Path, config: TrainConfig, split: Split, state: Mapping[str, Any], rng: np.random.Generator
) -> list[dict[str, float]]:
    data = _read_checkpoint(path)
    if data["config"] != config.to_dict() or data["split"] != split.name:
        raise BadCheckpoint(f"{path}: made by another configuration; choose another folder or remove it")
    for name, part in state.items():
        part.load_state_dict(data[name])
    torch.set_rng_state(data["torch_rng"])
    rng.bit_generator.state = data["numpy_rng"]
    return list(data["history"])


def _save(
    path: Path,
    config: TrainConfig,
    state: Mapping[str, Any],
    rng: np.random.Generator,
    history: list[dict[str, float]],
    dataset: Dataset,
    split: Split,
) -> None:
    data = {name: part.state_dict() for name, part in state.items()} | {
        "config": config.to_dict(),
        "history": history,
        "torch_rng": torch.get_rng_state(),
        "numpy_rng": rng.bit_generator.state,
        "split": split.name,
        "trained_on": [dataset.files[i] for i in split.train],
    }
    temporary = path.with_suffix(".part")  # the last good checkpoint survives a full disk or a kill
    try:
        torch.save(data, temporary)
        os.replace(temporary, path)
    except (OSError, RuntimeError) as error:
        temporary.unlink(missing_ok=True)
        raise TrainingError(f"{path}: could not be saved ({error}); the earlier checkpoint stands") from None


def _decayed(model: nn.Module, decay: float) -> list[dict[str, Any]]:
    """Weight decay for matrices and kernels only, not for biases and normalisation."""
    kernels = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    return [{"params": kernels, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]


def _cosine(step: int, steps: int, warmup: float) -> float:
    rising = max(1, int(warmup * steps))
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rising) / max(1, steps - rising))))


def _class_weights(labels: Indices) -> torch.Tensor:
    counts = np.bincount(labels, minlength=len(LABELS))
    return torch.tensor(len(labels) / (len(LABELS) * np.maximum(counts, 1)), dtype=torch.float32)
