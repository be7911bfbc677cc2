"""A model folder: manifest.json says what the model is, and its hashes hold, or the model is refused by name."""

import hashlib
import json
import math
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from leukemia_desktop.core.onnx_file import foreign_parts
from leukemia_desktop.core.recipe import BadRecipe, Recipe

LABELS = ("Benign", "Early", "Pre", "Pro")
FORMAT = 1
OUTPUTS = ("logits", "features", "evidence")
MAX_MODEL_BYTES = 512 * 1024 * 1024
MAX_MANIFEST_BYTES = 16 * 1024 * 1024


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
    conformal_strict: Conformal | None = None
    """A second threshold for a smaller alpha, whose sets hold the truth more often and are larger."""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The manifest of a model folder. Raises BrokenModel when it does not keep the contract."""
        path = folder / "manifest.json"
        try:
            data = json.loads(_whole(path, MAX_MANIFEST_BYTES).decode("utf-8"))
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

        def text(key: str) -> str:
            if not isinstance(data[key], str):
                raise refuse(f"{key} must be text, not {data[key]!r:.80}")
            return str(data[key])

        if data["format"] != FORMAT:
            raise refuse(f"format {data['format']!r} is not {FORMAT}; a newer program may read it")
        if tuple(data["labels"]) != LABELS:
            raise refuse(f"labels {data['labels']} are not {list(LABELS)}")
        if tuple(data["outputs"]) != OUTPUTS:
            raise refuse(f"outputs {list(data['outputs'])} are not {list(OUTPUTS)}")
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}", text("id")):
            raise refuse(f"id {data['id']!r:.80} must be letters, digits and . _ + - only")
        file = text("file")
        if Path(file).name != file or file in ("", ".", "..") or re.search(r"[\\/:\0]", file):
            raise refuse(f"file {file!r:.80} must be a plain name inside the model folder")
        if not re.fullmatch("[0-9a-fA-F]{64}", text("sha256")):
            raise refuse(f"sha256 {data['sha256']!r:.80} is not 64 hexadecimal digits")
        temperature = float(data["calibration"]["temperature"])
        if not (math.isfinite(temperature) and 0.01 <= temperature <= 100):
            raise refuse(f"temperature must lie in [0.01, 100], not {temperature}")

        def threshold(key: str) -> Conformal | None:
            if not data.get(key):
                return None
            stated = Conformal(float(data[key]["alpha"]), float(data[key]["threshold"]))
            if not (0 < stated.alpha < 1 and 0 <= stated.threshold <= 1):
                raise refuse(f"{key.replace('_', ' ')} alpha and threshold must lie in [0, 1]: {stated}")
            return stated

        return cls(
            folder=folder,
            id=text("id"),
            architecture=text("architecture"),
            labels=LABELS,
            recipe=Recipe.from_dict(data["recipe"]),
            file=file,
            sha256=text("sha256").lower(),
            temperature=temperature,
            conformal=threshold("conformal"),
            conformal_strict=threshold("conformal_strict"),
            intended_use=text("intended_use"),
            raw=data,
        )

    @cached_property
    def refusal(self) -> str:
        """Changes with whatever decides which fields are refused: results of other rules are computed again.

        Empty where nothing is said of the smear: results of such models have always been kept without.
        """
        if self.raw.get("smear") is None:
            return ""
        stated = [self.raw.get(key) for key in ("domain", "smear")]
        deciding = [{k: v for k, v in of.items() if k != "measured"} if isinstance(of, dict) else of for of in stated]
        return f"smear-{hashlib.sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()[:12]}"

    @cached_property
    def verified_bytes(self) -> bytes:
        """The model file's bytes, whose hash was checked: what is run is what was checked. Raises BrokenModel."""
        path = self.folder / self.file
        try:
            data = _whole(path, MAX_MODEL_BYTES)
        except OSError as error:
            raise BrokenModel(f"model {self.id}: {self.file}: {error.strerror or error}") from None
        except ValueError as error:
            raise BrokenModel(f"model {self.id}: {self.file} {error}") from None
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise BrokenModel(f"model {self.id}: {self.file} was altered: its SHA-256 differs from the manifest's")
        if reason := foreign_parts(data):
            raise BrokenModel(f"model {self.id}: {self.file} is refused: {reason}")
        return data


def _whole(path: Path, limit: int) -> bytes:
    """Bytes of a plain file. Raises OSError, and ValueError for anything that is not a file of at most `limit` bytes."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("is not a file")
    if status.st_size > limit:
        raise ValueError(f"is larger than {limit >> 20} MB")
    return path.read_bytes()


def find_models(folder: Path) -> list[Path]:
    """Model folders (those with a manifest.json) in `folder`, by name."""
    return sorted(p.parent for p in folder.glob("*/manifest.json")) if folder.is_dir() else []
