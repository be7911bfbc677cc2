"""A model folder: manifest.json says what the model is, and its hashes hold, or the model is refused by name."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from leukemia_desktop.core.recipe import BadRecipe, Recipe

LABELS = ("Benign", "Early", "Pre", "Pro")
FORMAT = 1
OUTPUTS = ("logits", "features", "evidence")
MAX_MODEL_BYTES = 512 * 1024 * 1024


class BrokenModel(Exception):
    """A model folder that is refused; the message names the model and the reason."""


@dataclass(frozen=True)
class Conformal:
    """Split-conformal threshold: the prediction set holds every label whose probability is at least 1 - threshold."""

    alpha: float
    threshold: float


@dataclass(frozen=True)
class Manifest:
    """A verified manifest.json; `folder` holds the files it names."""

    folder: Path
    id: str
    architecture: str
    labels: tuple[str, ...]
    recipe: Recipe
    file: str
    sha256: str
    temperature: float
    conformal: Conformal | None
    intended_use: str
    raw: Mapping[str, Any]
    """Everything as read: training, metrics, parity, for cards and windows."""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The manifest of a model folder. Raises BrokenModel when it does not keep the contract."""
        path = folder / "manifest.json"
        try:
            data = json.loads(path.read_text("utf-8"))
            if not isinstance(data, dict):
                raise ValueError("not a JSON object")
        except OSError as error:
            raise BrokenModel(f"model {folder.name}: {path.name}: {error.strerror or error}") from None
        except (ValueError, RecursionError) as error:
            raise BrokenModel(f"model {folder.name}: {path.name} is not valid: {error}") from None
        try:
            return cls._checked(folder, data)
        except BrokenModel:
            raise
        except BadRecipe as error:
            raise BrokenModel(f"model {folder.name}: recipe: {error}") from None
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise BrokenModel(f"model {folder.name}: manifest.json is incomplete or malformed: {error!r}") from None

    @classmethod
    def _checked(cls, folder: Path, data: dict[str, Any]) -> Self:
        def refuse(reason: str) -> BrokenModel:
            return BrokenModel(f"model {folder.name}: {reason}")

        if data["format"] != FORMAT:
            raise refuse(f"format {data['format']!r} is not {FORMAT}; a newer program may read it")
        if tuple(data["labels"]) != LABELS:
            raise refuse(f"labels {data['labels']} are not {list(LABELS)}")
        if tuple(data["outputs"]) != OUTPUTS:
            raise refuse(f"outputs {list(data['outputs'])} are not {list(OUTPUTS)}")
        file = str(data["file"])
        if Path(file).name != file or file in ("", ".", "..") or "\\" in file or ":" in file:
            raise refuse(f"file {file!r} must be a plain name inside the model folder")
        temperature = float(data["calibration"]["temperature"])
        if not (math.isfinite(temperature) and temperature > 0):
            raise refuse(f"temperature must be positive, not {temperature}")
        conformal = None
        if data.get("conformal"):
            conformal = Conformal(float(data["conformal"]["alpha"]), float(data["conformal"]["threshold"]))
            if not (0 < conformal.alpha < 1 and 0 <= conformal.threshold <= 1):
                raise refuse(f"conformal alpha and threshold must lie in [0, 1]: {conformal}")
        return cls(
            folder=folder,
            id=str(data["id"]),
            architecture=str(data["architecture"]),
            labels=LABELS,
            recipe=Recipe.from_dict(data["recipe"]),
            file=file,
            sha256=str(data["sha256"]).lower(),
            temperature=temperature,
            conformal=conformal,
            intended_use=str(data["intended_use"]),
            raw=data,
        )

    @cached_property
    def verified_bytes(self) -> bytes:
        """The model file's bytes, whose hash was checked: what is run is what was checked. Raises BrokenModel."""
        path = self.folder / self.file
        try:
            if path.stat().st_size > MAX_MODEL_BYTES:
                raise BrokenModel(f"model {self.id}: {self.file} is larger than {MAX_MODEL_BYTES >> 20} MB")
            data = path.read_bytes()
        except OSError as error:
            raise BrokenModel(f"model {self.id}: {self.file}: {error.strerror or error}") from None
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise BrokenModel(f"model {self.id}: {self.file} was altered: its SHA-256 differs from the manifest's")
        return data


def find_models(folder: Path) -> list[Path]:
    """Model folders (those with a manifest.json) in `folder`, by name."""
    return sorted(p.parent for p in folder.glob("*/manifest.json")) if folder.is_dir() else []
