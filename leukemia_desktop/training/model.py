"""A configuration's network: built, and asked."""

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.shelf import load_shelf, parameters
from leukemia_desktop.training.architectures._deep_head import DeepHead
from leukemia_desktop.training.architectures._field_model import FieldModel
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Fields
from leukemia_desktop.training.errors import BadConfig

ARCHITECTURES = load_shelf("leukemia_desktop.training.architectures", "build")


def build(config: TrainConfig) -> FieldModel:
    """The configuration's architecture and head with its starting weights. Raises BadConfig."""
    if config.architecture not in ARCHITECTURES:
        raise BadConfig(f"unknown architecture {config.architecture!r}; known: {', '.join(ARCHITECTURES)}")
    function = ARCHITECTURES[config.architecture]
    options: dict[str, Any] = {"size": config.recipe.input_size} if "size" in parameters(function) else {}
    try:
        model: FieldModel = function(len(LABELS), config.weights, config.dropout, **options)
    except OSError as error:
        raise BadConfig(f"weights {config.weights!r}: {error.strerror or error}") from None
    if config.head == "deep":
        model.dropout = nn.Identity()  # it has its own
        model.classifier = DeepHead(model.classifier.in_features, len(LABELS), config.dropout)  # type: ignore[arg-type]
    return model


def chosen_device(device: str) -> str:
    """`device`, where "auto" is the graphics card where PyTorch can use one, else the CPU."""
    return ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device


@torch.inference_mode()
def predict(
    model: nn.Module, fields: Fields, recipe: Recipe, *, device: str = "cpu", batch: int = 64
) -> npt.NDArray[np.float32]:
    """Logits (N, C) of fields (N, S, S, 3) uint8 that already went through the recipe's steps.

    The model is left in evaluation mode, on `device`; "auto" takes a graphics card where there is one.
    """
    device = chosen_device(device)
    model.to(device).eval()
    logits = []
    for start in range(0, len(fields), batch):
        images = torch.from_numpy(np.stack([recipe.normalise(field) for field in fields[start : start + batch]]))
        logits.append(model(images.to(device, memory_format=torch.channels_last)).float().cpu().numpy())
    return np.concatenate(logits)
