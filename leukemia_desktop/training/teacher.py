"""A trained run as the teacher of another: the same split's model, asked about the very fields that the pupil sees."""

from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from leukemia_desktop.training.checkpoint import load_checkpoint
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import BadConfig, TrainingError
from leukemia_desktop.training.split import Split


def teacher_checkpoint(config: TrainConfig, out: Path) -> Path:
    """Where the teacher of the run in `out` lies: the same path, below the teacher's name. Raises BadConfig."""
    return beside(out, config.name, config.teacher) / "last.pt"


def beside(out: Path, name: str, other: str) -> Path:
    """The folder of the run `other` that answers to `out`, one of the run `name`. Raises BadConfig."""
    folder = out.absolute()
    for place in (folder, *folder.parents):
        if place.name == name:
            return place.with_name(other) / folder.relative_to(place)
    raise BadConfig(f"{other!r} is looked for beside the run {name!r}, but {out} is in no such folder")


def load_teacher(config: TrainConfig, dataset: Dataset, split: Split, out: Path, device: str) -> Callable[[Tensor], Tensor]:
    """The teacher: images (N,3,S,S), scaled as the pupil's recipe says, to logits (N,C).

    Raises TrainingError where the teacher learned from a field that the pupil must not learn from, of the test side above
    all, or where it sees fields through other steps.
    """
    path = teacher_checkpoint(config, out)
    if not path.exists():
        raise TrainingError(f"{path}: the teacher has not learned this split yet; train {config.teacher!r} first")
    known, model, data = load_checkpoint(path)
    foreign = {*data["trained_on"], *data.get("held_out", ())} - {dataset.files[i] for i in split.train}
    if foreign:
        raise TrainingError(f"{path}: the teacher knows {min(foreign)} ({len(foreign)} fields) from outside this split")
    if (known.recipe.steps, known.recipe.input_size) != (config.recipe.steps, config.recipe.input_size):
        raise BadConfig(
            f"teacher {config.teacher!r} sees fields through another recipe: steps and input_size must be the same"
        )
    model.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    ours, theirs = (
        [torch.tensor(values, device=device)[:, None, None] for values in (recipe.mean, recipe.std)]
        for recipe in (config.recipe, known.recipe)
    )

    @torch.no_grad()
    def ask(images: Tensor) -> Tensor:
        logits: Tensor = model((images * ours[1] + ours[0] - theirs[0]) / theirs[1])
        return logits

    return ask
