"""Starting weights of the networks that torchvision knows: its own files, by their names, without torchvision itself.

Its binary part has to fit PyTorch's to the day, or it cannot even be imported; its weight files fit for years.
"""

from pathlib import Path
from typing import Any

import torch
from torch import nn

from leukemia_desktop.training.errors import BadConfig

TORCHVISION = "https://download.pytorch.org/models/"


def fill(backbone: nn.Module, weights: str, file: str, *, without: str) -> None:
    """Load `weights` into `backbone`: "imagenet" downloads torchvision's `file` once, "none" leaves it as it is drawn.

    Else it is the path of a file with torchvision's names. `without` is the name of the classifier, which is left out.
    Raises BadConfig saying what to do, OSError for a file that cannot be opened.
    """
    if weights == "none":
        return
    state = _download(file) if weights == "imagenet" else read_state(weights)
    load_state(backbone, {k: v for k, v in state.items() if not k.startswith(f"{without}.")}, weights)


def load_state(network: nn.Module, state: dict[str, Any], weights: str) -> None:
    """Put `state` into `network`. Raises BadConfig when it belongs to another one."""
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:200]
        raise BadConfig(f"weights {weights!r} belong to another network: {reason}") from None


def read_state(weights: str | Path) -> dict[str, Any]:
    """The tensors of a weight file by name. Raises BadConfig, OSError for a file that cannot be opened."""
    try:
        state = torch.load(weights, map_location="cpu", weights_only=True)
    except OSError:
        raise
    except Exception as error:  # a damaged file is any of pickle's, zipfile's and PyTorch's errors
        reason = str(error).partition("\n")[0]
        raise BadConfig(f"weights {str(weights)!r}: not a readable weight file: {reason}") from None
    if not isinstance(state, dict):
        raise BadConfig(f"weights {str(weights)!r}: not a weight file but a {type(state).__name__}")
    return state


def _download(file: str) -> dict[str, Any]:
    try:
        state: dict[str, Any] = torch.hub.load_state_dict_from_url(
            TORCHVISION + file, map_location="cpu", check_hash=True, weights_only=True
        )
    except (OSError, RuntimeError) as error:  # no network, no room, or a file whose hash is not the one in its name
        raise BadConfig(
            f"the ImageNet weights could not be fetched from {TORCHVISION}{file} ({error}). Fetch that file on another"
            f' machine and set weights = "path/to/{file}", or train from scratch with weights = "none"'
        ) from None
    return state
