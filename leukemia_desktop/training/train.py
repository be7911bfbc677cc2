"""One training run, readable top to bottom: data, split, model, loop, checkpoint."""

import math
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from leukemia_desktop.training import ranks
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.checkpoint import load_checkpoint, resume, save
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.curves import draw_curves
from leukemia_desktop.training.dataset import Dataset, Fields, Indices, batches, progress_bar
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.frozen import feature_batches, frozen_features
from leukemia_desktop.training.losses import loss_of
from leukemia_desktop.training.model import ARCHITECTURES, build, predict
from leukemia_desktop.training.split import Split
from leukemia_desktop.training.stopping import best_epoch, hold_out, over
from leukemia_desktop.training.teacher import load_teacher

__all__ = ["ARCHITECTURES", "build", "load_checkpoint", "predict", "train"]

DRAWN_EVERY = 30
"""Seconds between two pictures of the learning curves."""

Batches = Callable[[Indices, TrainConfig, np.random.Generator, tuple[int, int]], Iterator[tuple[Tensor, Indices]]]


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
    the epoch is saved, and may raise to stop. Learning curves lie beside the checkpoint. Where torchrun started several
    ranks, each batch is shared among them and rank 0 alone writes. Raises TrainingError.
    """
    device = ranks.join(device)
    rank, part = ranks.rank(), (ranks.rank(), ranks.world())
    torch.manual_seed(config.seed)
    rng = np.random.default_rng(config.seed)
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / "last.pt"

    learn, watch = hold_out(dataset, split.train, config.seed) if config.stop_after else (split.train, split.train[:0])
    model = build(config).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    teach = load_teacher(config, dataset, split, out, device) if config.teacher else lambda _: None
    learner, epoch_batches = _what_learns(config, model, fields, device)
    steps = config.epochs * math.ceil(len(learn) / config.batch_size)
    optimizer = _optimizer(config, learner)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _cosine(step, steps, config.warmup))
    # an average over more steps than a short run has would still hold the start
    average = AveragedModel(
        model, multi_avg_fn=get_ema_multi_avg_fn(min(config.average, 1 - 5 / max(steps, 6))), use_buffers=True
    )
    loss_function = loss_of(config, dataset.labels[learn], device)

    state = {"model": model, "average": average, "optimizer": optimizer, "schedule": schedule}
    run: dict[str, Any] = {"split": split.name, "trained_on": [dataset.files[i] for i in learn]}
    run["held_out"] = [dataset.files[i] for i in watch]
    history: list[dict[str, float]] = []
    best: dict[str, Tensor] = {}
    if checkpoint.exists():
        history, best = resume(checkpoint, config, run, state, rng)
    if rank:  # each drops out other units
        torch.manual_seed(hash((config.seed, rank, len(history))))
    shared, drawn = ranks.together(learner), -math.inf

    with progress_bar(shown=rank == 0) as progress:
        running = progress.add_task(split.name, total=steps, completed=len(history) * (steps // config.epochs), loss="")
        while not over(config, history):
            learner.train()
            losses, right = [], 0.0
            for inputs, chosen in epoch_batches(learn, config, rng, part):
                inputs, labels = inputs.to(device), torch.from_numpy(dataset.labels[chosen]).to(device)
                with torch.autocast(device, torch.bfloat16, enabled=config.bf16):
                    logits = shared(inputs)
                    loss = loss_function(logits, labels, teach(inputs))
                if not torch.isfinite(loss):
                    raise TrainingError(
                        f"{config.name}: the loss is {loss.item()}; lower learning_rate. {checkpoint} stands"
                    )
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(learner.parameters(), 5.0)
                optimizer.step()
                schedule.step()
                average.update_parameters(model)
                losses.append(loss.item())
                right += int((logits.argmax(1) == labels).sum())
                progress.update(running, advance=1, loss=f"loss {losses[-1]:.3f}")
            loss_sum, count, right = ranks.total([sum(losses), len(losses), right], device)
            epoch = {"epoch": len(history) + 1, "loss": loss_sum / count, "accuracy": right / len(learn)}
            if len(watch):
                epoch |= _watched(average.module, fields, dataset, watch, config, device)
            history.append(epoch)
            if len(watch) and best_epoch(history) == len(history):
                best = {name: value.detach().cpu().clone() for name, value in average.module.state_dict().items()}
            if rank == 0:
                progress.console.print(_line(split, epoch))
                save(checkpoint, config, run, state, rng, history, best)
                if over(config, history) or time.monotonic() - drawn > DRAWN_EVERY:
                    draw_curves(out / "curves.png", history, f"{config.name}, {split.name}")
                    drawn = time.monotonic()
            ranks.wait()
            epoch_done(epoch)
    return checkpoint


def _what_learns(config: TrainConfig, model: FieldModel, fields: Fields, device: str) -> tuple[nn.Module, Batches]:
    """The part of the model that learns, and the batches that it learns from: fields, or features of a frozen backbone."""
    if not config.frozen:
        return model, partial(batches, fields)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    head = nn.Sequential(model.dropout, model.classifier)
    head.requires_grad_(True)
    features = frozen_features(config, model, fields, device)
    return head, partial(feature_batches, features)


def _watched(
    model: nn.Module, fields: Fields, dataset: Dataset, watch: Indices, config: TrainConfig, device: str
) -> dict[str, float]:
    """Loss and accuracy on the held-out fields, as rank 0 measures them."""
    measured = [0.0, 0.0]
    if ranks.rank() == 0:
        logits = torch.from_numpy(predict(model, fields[watch], config.recipe, device=device))
        labels = torch.from_numpy(dataset.labels[watch])
        right = (logits.argmax(1) == labels).float().mean()
        measured = [float(nn.functional.cross_entropy(logits, labels)), float(right)]
    loss, accuracy = ranks.total(measured, device)
    return {"held_out_loss": loss, "held_out_accuracy": accuracy}


def _line(split: Split, epoch: dict[str, float]) -> str:
    text = f"{split.name} epoch {epoch['epoch']}: loss {epoch['loss']:.4f}, {epoch['accuracy']:.4f} right"
    if "held_out_loss" in epoch:
        text += f"; held out: loss {epoch['held_out_loss']:.4f}, {epoch['held_out_accuracy']:.4f} right"
    return text


def _optimizer(config: TrainConfig, learner: nn.Module) -> torch.optim.Optimizer:
    """Weight decay for matrices and kernels only, not for biases and normalisation."""
    learning = [p for p in learner.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in learning if p.ndim > 1], "weight_decay": config.weight_decay},
        {"params": [p for p in learning if p.ndim <= 1], "weight_decay": 0.0},
    ]
    if config.optimizer == "sgd":
        return torch.optim.SGD(groups, lr=config.learning_rate, momentum=0.9)
    return torch.optim.AdamW(groups, lr=config.learning_rate)


def _cosine(step: int, steps: int, warmup: float) -> float:
    rising = max(1, int(warmup * steps))
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rising) / max(1, steps - rising))))
