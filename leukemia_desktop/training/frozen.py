"""Features of a backbone that does not learn: computed once, then only the head is trained."""

import json
import weakref
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Fields, Indices, augmented, chunks, progress_bar

DECIDING = ("architecture", "weights", "recipe", "augment", "copies", "bf16", "seed")
"""What of a configuration decides the features."""
BATCH = 64

_kept: list[tuple["weakref.ref[Fields]", str, Tensor]] = []
"""The features computed last: the splits of a protocol ask for the same ones."""


def frozen_features(config: TrainConfig, model: FieldModel, fields: Fields, device: str) -> Tensor:
    """Features (1 + copies, N, D) of every field, the first of the field itself, the others of augmented copies.

    The backbone has learned nothing from these fields, so that the features of a test side give nothing away.
    """
    key = json.dumps({name: value for name, value in config.to_dict().items() if name in DECIDING})
    for of, with_key, features in _kept:
        if of() is fields and with_key == key:
            return features
    augment, rng = augmented(config), np.random.default_rng(config.seed)
    model.eval()
    rows = []
    with progress_bar() as progress, torch.inference_mode():
        task = progress.add_task("features", total=(1 + config.copies) * len(fields), loss="")
        for copy in range(1 + config.copies):
            for start in range(0, len(fields), BATCH):
                images = [augment(field, rng) if copy else field for field in fields[start : start + BATCH]]
                tensor = torch.from_numpy(np.stack([config.recipe.normalise(image) for image in images]))
                with torch.autocast(device, torch.bfloat16, enabled=config.bf16):
                    rows.append(model.features(tensor.to(device, memory_format=torch.channels_last)).float())
                progress.update(task, advance=len(images))
    features = torch.cat(rows).reshape(1 + config.copies, len(fields), -1).clone()
    _kept[:] = [(weakref.ref(fields), key, features)]
    return features


def feature_batches(
    features: Tensor, indices: Indices, config: TrainConfig, rng: np.random.Generator, part: tuple[int, int] = (0, 1)
) -> Iterator[tuple[Tensor, Indices]]:
    """As dataset.batches, of features (1 + copies, N, D): each field once an epoch, as itself or as one of its copies."""
    for chosen in chunks(rng.permutation(indices), config.batch_size, part):
        copy = rng.integers(len(features), size=len(chosen))
        yield features[torch.from_numpy(copy), torch.from_numpy(chosen)], chosen
